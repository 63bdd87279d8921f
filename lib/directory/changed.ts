import { type Decision, SAID } from './decision.ts';
import { isReopenedBy } from './effective.ts';

/** What a decision changed of what readers see. Checks change no number, and a place of the search is no record. */
const CORRECTED = ['number', 'kind', 'name', 'district', 'alias'] as const;
export type ChangeKind =
  | (typeof CORRECTED | typeof SAID)[number]
  | 'out_of_use'
  | 'closed'
  | 'add_station'
  | 'add_phone'
  | 'city_line';

/** A row of the history that readers have seen the effect of: nothing of who wrote it and why. */
export interface Change extends Pick<Decision, 'id' | 'at' | 'how' | 'phone' | 'after'> {
  kind: ChangeKind;
  /** It took back what an earlier row had changed. */
  isTakenBack: boolean;
  /** Null where it is the number of the city. */
  station: string | null;
}

type Meaning = Pick<Change, 'kind' | 'isTakenBack'> & { row: Decision };

/**
 * What of the history readers have seen, newest first; at most so many. Rows are never taken out: what was undone was
 * once so, and the row that undid it is a change of its own. What waits for a second person, or was refused, is none.
 */
export function changesIn(history: readonly Decision[], most: number): Change[] {
  const rows = new Map(history.map((row) => [row.id, row]));
  const changes: Change[] = [];
  for (const answer of history.toReversed()) {
    if (changes.length >= most) break;
    const meaning = meaningOf(answer, rows, history);
    if (meaning === null) continue;
    const { row, kind, isTakenBack } = meaning;
    const { record: station, phone, after } = row;
    const how = isTakenBack ? null : row.how;
    changes.push({ ...{ id: answer.id, at: answer.at, kind, isTakenBack }, ...{ how, station, phone, after } });
  }
  return changes;
}

function meaningOf(row: Decision, rows: ReadonlyMap<string, Decision>, history: readonly Decision[]): Meaning | null {
  const answered = rows.get(row.answers ?? '');
  switch (row.action) {
    case 'correct':
    case 'out_of_use':
    case 'add_alias':
    case 'add_station':
    case 'add_phone':
    case 'set':
      return madeBy(row);
    case 'approve':
      return answered ? madeBy({ ...answered, action: answered.proposes ?? 'correct' }) : null;
    case 'undo':
      return takenBack(answered && meaningOf(answered, rows, history));
    case 'reopen':
      return takenBack(endedBy(row, rows, history));
    default:
      return null;
  }
}

function madeBy(row: Decision): Meaning | null {
  const kind = kindOf(row);
  const isToldOf = row.record !== null || kind === 'city_line';
  return isToldOf && kind !== undefined ? { row, kind, isTakenBack: false } : null;
}

/** Undefined where it changes nothing that readers see. */
function kindOf({ action, field, flag, phone, after }: Decision): ChangeKind | undefined {
  if (action === 'add_station' || action === 'add_phone') return action;
  if (action === 'out_of_use') return phone !== null ? 'out_of_use' : flag === null ? 'closed' : undefined;
  if (action === 'set') return SAID.find((one) => one === field); // nothing after: it is not said any more
  if (field === 'city_line') return 'city_line';
  return after === null ? undefined : CORRECTED.find((one) => one === field);
}

const takenBack = (meaning: Meaning | null | undefined): Meaning | null =>
  meaning ? { ...meaning, isTakenBack: !meaning.isTakenBack } : null;

/** The newest change that a reopened flag ended, among those that stood until then. */
function endedBy(
  reopening: Decision,
  rows: ReadonlyMap<string, Decision>,
  history: readonly Decision[],
): Meaning | null {
  const before = history.filter(({ seq }) => seq < reopening.seq);
  const undone = new Set(before.map(({ action, answers }) => (action === 'undo' ? answers : null)));
  for (const row of before.toReversed()) {
    const subject = row.action === 'approve' ? rows.get(row.answers ?? '') : row;
    if (!subject || undone.has(row.id) || !['correct', 'out_of_use', 'approve'].includes(row.action)) continue;
    const meaning = isReopenedBy(subject, reopening) ? meaningOf(row, rows, history) : null;
    if (meaning) return meaning;
  }
  return null;
}
