import { z } from 'zod';
import { FIGURES, type Figures } from './figures.ts';
import { AUTO_DAY, addMonths, MONTH_PATTERN } from './months.ts';

const count = z.int().min(0);
const figuresSchema = z.object(
  Object.fromEntries(FIGURES.map((figure) => [figure, count])) as Record<keyof Figures, typeof count>,
);

/** A month's figures as readers are shown them, counted on a day and not changed after it. */
const shownSchema = z.object({
  month: z.string().regex(MONTH_PATTERN),
  countedOn: z.iso.date(),
  figures: figuresSchema,
});
export type ShownFigures = z.infer<typeof shownSchema>;

/** Under what it stands among the settings of a directory, of which every change is kept. */
export const PUBLIC_FIGURES = 'boardPublic';

/** What a city publishes of its figures. `auto`: each month is published by itself, as this person wanted it. */
const publishedSchema = z.object({ auto: z.string().nullable(), shown: shownSchema.nullable() });
export type PublishedFigures = z.infer<typeof publishedSchema>;

/** Off until an admin wants it. */
const NOTHING: PublishedFigures = { auto: null, shown: null };

/** What stands in the store; what does not fit counts as nothing. */
export const readPublished = (stored: unknown): PublishedFigures => publishedSchema.safeParse(stored).data ?? NOTHING;

const autoDayOf = (month: string) => `${addMonths(month, 1)}-${String(AUTO_DAY).padStart(2, '0')}`;

/** The month that is to be published by itself on a day in China, or null where none is, or it was already. */
export function monthToPublish({ auto, shown }: PublishedFigures, today: string): string | null {
  if (auto === null) return null;
  const last = addMonths(today.slice(0, 7), -1);
  const month = today >= autoDayOf(last) ? last : addMonths(last, -1);
  if (shown !== null && (shown.month > month || (shown.month === month && shown.countedOn >= autoDayOf(month))))
    return null;
  return month;
}
