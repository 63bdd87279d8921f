import { z } from 'zod';

/** `HH:MM` in China. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Where a period ends: any time of day, or its end. */
export const endOfPeriodSchema = z.union([timeOfDaySchema, z.literal('24:00')]);

/** `8:00` is as good as `08:00`, in any width; as it was typed where it is no such time. */
export const typedTime = (text: string): string => text.normalize('NFKC').trim().padStart(5, '0');
