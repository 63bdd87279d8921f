import { z } from 'zod';
import { EMPTY_FORM, type FormDraft } from './typed-form.ts';
import { KINDS } from './words.ts';

/** Nothing of it is taken over as it stands; what is unknown, or stands there twice, counts as not said. */
const askedSchema = z.object({
  /** '' asks for the form without a station: 不是这个站. */
  station: z.string().max(100).optional().catch(undefined),
  kind: z.enum(KINDS).optional().catch(undefined),
  day: z.literal('today').optional().catch(undefined),
});

/** What the address of the form says. */
export type AskedForm = z.infer<typeof askedSchema>;

export const readAskedForm = (query: Readonly<Record<string, unknown>>): AskedForm => askedSchema.parse(query);

/** What the form is opened with. */
export interface FormStart {
  asked: AskedForm;
  kept: FormDraft | null;
  /** The day in China. */
  today: string;
  isListed: (station: string) => boolean;
  newKey: () => string;
}

/**
 * The form as it is shown: what was kept of it, with the station that the address names, and what it ticks where nothing
 * was ticked yet; else an empty one under a new key.
 */
export function startForm({ asked, kept, today, isListed, newKey }: FormStart): FormDraft {
  const form = kept ?? { key: newKey(), opened: '', typed: EMPTY_FORM, faults: [], notice: null };
  const { typed } = form;
  const isTicked = typed.kind !== '' || typed.dates.length > 0;
  const ticked = {
    ...(asked.kind && { kind: asked.kind }),
    ...(asked.day && { dates: [today] }),
  };
  const named = asked.station !== undefined && (asked.station === '' || isListed(asked.station));
  const station = named ? asked.station : typed.station;
  return {
    ...form,
    typed: { ...typed, ...(isTicked ? {} : ticked), station: station && isListed(station) ? station : '' },
  };
}
