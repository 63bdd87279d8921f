import { type CallOutcome, concernsCall, decideCall, isOfCall, sameCall } from '../directory/call-outcome.ts';
import { type Call, callsOf, isAbout } from '../directory/calling.ts';
import { type DecisionProblem, lastSeen, undo } from '../directory/decide.ts';
import type { Decision } from '../directory/decision.ts';
import { effectiveDecisions } from '../directory/effective.ts';
import { type AnswerProblem, undoProblem } from '../directory/rules.ts';
import { dayOf } from '../reports/days.ts';
import { type Common, type DeskDirectory, failed, findDeskDirectory, type Saved, save } from './review.ts';
import type { Desk } from './staff.ts';

/** What was made of a desk's directory, which is another object once anything changes. */
const made = new WeakMap<DeskDirectory, { today: string; calls: readonly Call[] }>();

/** Every number of a directory that can be called, in printed order. Each page of the review counts them. */
export function deskCalls(state: DeskDirectory, today: string): readonly Call[] {
  const known = made.get(state);
  if (known?.today === today) return known.calls;
  const calls = callsOf(state, today);
  made.set(state, { today, calls });
  return calls;
}

/** What came of a call, as somebody says it. */
export interface SaidOfCall {
  /** The id of the first phone that the call is about. */
  phone: string;
  outcome: CallOutcome;
  /** For the history. */
  reason: string;
}

/** All of the call's stations that an editor has not seen the newest of, where that matters for the call. */
function newerAbout(call: Call | undefined, phone: string, seen: Common['seen'], history: readonly Decision[]) {
  const isAboutIt = (row: Decision) => (call ? concernsCall(call, row) : row.phone === phone);
  return history.filter((row) => row.seq > (seen[row.record ?? ''] ?? row.seq) && isAboutIt(row));
}

/**
 * Saves what came of a call. What a colleague decided meanwhile about the same number is a conflict; about other numbers
 * of the station it is none, since two work through one list. Null for an unknown directory.
 */
export async function saveCall(
  desk: Desk,
  common: Common,
  { phone, outcome, reason }: SaidOfCall,
): Promise<Saved<DecisionProblem> | null> {
  const state = await findDeskDirectory(desk, common.directory);
  if (!state) return null;
  const today = dayOf(common.now.toISOString());
  const find = (from: DeskDirectory) => deskCalls(from, today).find((call) => isAbout(call, phone));
  const newer = newerAbout(find(state), phone, common.seen, state.history);
  if (newer.length > 0) return { ok: false, reason: 'conflict', newer };
  const records = find(state)?.places.map(({ station }) => station.id) ?? [];
  const seen = Object.fromEntries(records.map((record) => [record, lastSeen(state.history, record)]));
  return save<DecisionProblem>(desk, {
    ...{ ...common, seen },
    rows: (current, context) => {
      const call = find(current);
      return call
        ? decideCall(call, { outcome, reason }, context)
        : [{ ok: false, problems: [{ field: 'action', code: 'flag.gone' }] }];
    },
  });
}

/** Takes back what one call made, at each of its stations. Null for an unknown directory. */
export async function undoCall(
  desk: Desk,
  common: Omit<Common, 'seen'>,
  id: string,
): Promise<Saved<AnswerProblem> | null> {
  const state = await findDeskDirectory(desk, common.directory);
  if (!state) return null;
  const row = state.history.find((one) => one.id === id);
  if (!row || !isOfCall(row)) return failed<AnswerProblem>('unknown');
  const rows = sameCall(row, state.history);
  const seen = Object.fromEntries(rows.map(({ record }) => [record ?? '', lastSeen(state.history, record)]));
  return save<AnswerProblem>(desk, {
    ...{ ...common, seen },
    rows: ({ history }, context) => rows.map((one) => undo(one.id, history, context)),
  });
}

/** What somebody has just called: the first row of each call, newest first, and whether it may be undone. */
export interface RecentCall {
  row: Decision;
  /** The ids of all phones that it was about. */
  phones: readonly string[];
  canUndo: boolean;
}

export function recentCalls({ history }: DeskDirectory, by: string, today: string, most: number): RecentCall[] {
  const own = history.filter((row) => row.by === by && isOfCall(row) && dayOf(row.at) === today);
  const effective = effectiveDecisions(own.length > 0 ? history : []);
  const standing = own.filter(({ id }) => effective.standing.has(id));
  const calls = [...Map.groupBy(standing, ({ at, action }) => `${at} ${action}`).values()].toReversed().slice(0, most);
  return calls.flatMap((rows): RecentCall[] => {
    const [row] = rows;
    if (!row) return [];
    const canUndo = rows.every((one) => undoProblem(one, history, effective) === null);
    return [{ row, phones: rows.flatMap(({ phone }) => phone ?? []), canUndo }];
  });
}
