import { z } from 'zod';

/** What was kept of the differences of an edition (`Differences`), as far as it is public: names, and no number. */

const stationSchema = z.object({ id: z.string(), name: z.string().nullable() });
const beforeAndAfter = z.object({ station: z.string(), before: z.string().nullable(), after: z.string().nullable() });

const changesSchema = z.object({
  added: z.array(stationSchema),
  gone: z.array(stationSchema),
  /** Listed although the edition does not print them. */
  kept: z.array(stationSchema),
  renamed: z.array(beforeAndAfter),
  moved: z.array(beforeAndAfter),
  changed: z.array(z.object({ station: z.string(), name: z.string().nullable() })),
});
export type Changes = z.infer<typeof changesSchema>;

/** Null for the first edition of a directory. */
export const readChanges = (kept: unknown): Changes | null => changesSchema.safeParse(kept).data ?? null;
