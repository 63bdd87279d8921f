import { flagKind } from './flags.ts';
import type { Flag, Phone } from './records.ts';

/** The flags about a number that no table raises: taken out of use, complained about by readers, called in vain. */
const CODES = {
  out_of_use: 'phone.not_public',
  reported: 'phone.reader_reported',
  unanswered: 'phone.unanswered',
} as const;

/** The id of such a flag. A number has one of each at most. */
export const phoneFlagId = (what: keyof typeof CODES, phone: string): string => `${CODES[what]}:${phone}`;

export function phoneFlag(
  what: keyof typeof CODES,
  phone: Phone,
  { evidence, suggestion, status }: Pick<Flag, 'evidence' | 'suggestion' | 'status'>,
): Flag {
  const rule = CODES[what];
  return {
    id: phoneFlagId(what, phone.id),
    ...flagKind(rule),
    subject: { record: phone.station, phone: phone.id, field: phone.role },
    row: phone.cells[0]?.row ?? null,
    cells: phone.cells,
    printed: phone.printed,
    evidence,
    suggestion,
    rule,
    status,
  };
}
