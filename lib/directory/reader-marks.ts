import type { Decision } from './decision.ts';
import { effectiveDecisions, readerReportedFlagId } from './effective.ts';
import { STATUS_AFTER } from './publish.ts';
import type { DirectoryTables, Flag, Phone } from './records.ts';

/** A reader's word about a number: it does not answer, or is not a station's. */
export interface ReaderMark {
  phone: string;
  kind: 'no_answer' | 'not_station';
  at: string;
}

type Say = (noAnswer: number, notStation: number) => string[];

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
  say: Say,
): DirectoryTables {
  const { decisions } = effectiveDecisions(history);
  const marksOf = Map.groupBy(marks, (mark) => mark.phone);
  const flags = tables.phones.flatMap((phone): Flag[] => {
    const own = marksOf.get(phone.id);
    if (!own) return [];
    const id = readerReportedFlagId(phone.id);
    const last = decisions.findLast((decision) => decision.flag === id);
    const fresh = own.filter(({ at }) => last === undefined || at > last.at);
    const status = fresh.length > 0 ? 'open' : (STATUS_AFTER[last?.action ?? 'reopen'] ?? 'open');
    return [readerReported(phone, id, fresh.length > 0 ? fresh : own, status, say)];
  });
  return flags.length === 0 ? tables : { ...tables, flags: [...tables.flags, ...flags] };
}

function readerReported(
  phone: Phone,
  id: string,
  marks: readonly ReaderMark[],
  status: Flag['status'],
  say: Say,
): Flag {
  const count = (kind: ReaderMark['kind']) => marks.filter((mark) => mark.kind === kind).length;
  return {
    id,
    code: 'phone.reader_reported',
    dimension: 'validity',
    severity: 'warning',
    subject: { record: phone.station, phone: phone.id, field: phone.role },
    row: phone.cells[0]?.row ?? null,
    cells: phone.cells,
    printed: phone.printed,
    evidence: say(count('no_answer'), count('not_station')),
    suggestion: { action: 'ask_station', confidence: 'low' },
    rule: 'phone.reader_reported',
    status,
  };
}
