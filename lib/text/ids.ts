import { z } from 'zod';

/** An id as it stands in addresses: of a directory, a district or a station. Given once, kept for ever. */
export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);

/**
 * What stands in addresses where the id of a city, a district or a station stands: no id may be one of these. A test
 * derives them from the routes. `metrics` the front answers itself.
 */
export const RESERVED_IDS =
  'api data desk healthz help metrics notices places print privacy readyz report stations text-size track'.split(' ');

/** The id of a directory: it stands first in addresses, beside the pages of the site. */
export const directoryIdSchema = idSchema.refine((id) => !RESERVED_IDS.includes(id), 'stands for a page of the site');
