import type { Decision } from './decision.ts';
import { effectiveDecisions } from './effective.ts';
import { phoneFlag, phoneFlagId } from './phone-flags.ts';
import { STATUS_AFTER } from './publish.ts';
import type { DirectoryTables, Flag } from './records.ts';

/** A reader's word about a number: it does not answer, or is not a station's. */
export interface ReaderMark {
  phone: string;
  kind: 'no_answer' | 'not_station';
  at: string;
}

/**
 * Adds what readers reported, folded to one flag a number, for the desk. Readers do not see it: nobody has checked it.
 * A mark that came after the last decision about the flag opens it again.
 *
 * @param say puts the counts into words
 */
export function withReaderMarks(
  tables: DirectoryTables,
  marks: readonly ReaderMark[],
  history: readonly Decision[],
  say: (noAnswer: number, notStation: number) => string[],
): DirectoryTables {
  const { decisions } = effectiveDecisions(history);
  const marksOf = Map.groupBy(marks, (mark) => mark.phone);
  const flags = tables.phones.flatMap((phone): Flag[] => {
    const own = marksOf.get(phone.id);
    if (!own) return [];
    const id = phoneFlagId('reported', phone.id);
    const last = decisions.findLast((decision) => decision.flag === id);
    const fresh = own.filter(({ at }) => last === undefined || at > last.at);
    const status = fresh.length > 0 ? 'open' : (STATUS_AFTER[last?.action ?? 'reopen'] ?? 'open');
    const counted = fresh.length > 0 ? fresh : own;
    const count = (kind: ReaderMark['kind']) => counted.filter((mark) => mark.kind === kind).length;
    const evidence = say(count('no_answer'), count('not_station'));
    const suggestion = { action: 'ask_station', confidence: 'low' } as const;
    return [phoneFlag('reported', phone, { evidence, suggestion, status })];
  });
  return flags.length === 0 ? tables : { ...tables, flags: [...tables.flags, ...flags] };
}
