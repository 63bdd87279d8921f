import { z } from 'zod';

/** An id as it stands in addresses: of a directory, a district or a station. Given once, kept for ever. */
export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
