import { isBlank } from '../text/typed-text.ts';
import { daysLater } from './days.ts';
import { EVENT_TYPES, type Happening } from './events.ts';
import type { Report } from './fold.ts';
import { findMove, isFinal, type Move, mayMove } from './lifecycle.ts';
import type { Doer, State } from './words.ts';

/** Who wants it. `stations` are those an agent works for; it binds agents alone. */
export interface Actor {
  role: Doer;
  stations?: readonly string[];
}

/** Why an event is refused; the words stand in `lib/wording/reports.ts`. */
export type StepRefusal =
  | 'final'
  | 'not_now'
  | 'not_yours'
  | 'other_station'
  | 'too_late'
  | 'too_early'
  | 'too_often'
  | 'needs_text'
  | 'needs_station';

export type Verdict = { allowed: true; to: State } | { allowed: false; reason: StepRefusal };

const refuse = (reason: StepRefusal): Verdict => ({ allowed: false, reason });

/** What is asked for: the event, whether words come with it, and the moment (ISO). */
export type Wanted = Happening & { text?: string | undefined; at: string };

/**
 * After so many events a reader adds no more of those that could go on for ever; they can still confirm, answer,
 * withdraw and erase.
 */
export const MOST_EVENTS = 100;
const ENDLESS: readonly Happening['type'][] = ['called', 'escalated', 'disputed'];
const isTooOften = (report: Report, type: Happening['type'], { role }: Actor) =>
  role === 'reader' && report.seq >= MOST_EVENTS && ENDLESS.includes(type);

/** Agents act for their own stations alone. */
const isElsewhere = ({ station }: Report, { role, stations = [] }: Actor) =>
  role === 'agent' && (station === null || !stations.includes(station));

/** From when on time may move a silent report: counted from the last word of either side. */
export function silentUntil(report: Report, days: number): string {
  return daysLater(report.heardAt > report.since ? report.heardAt : report.since, days);
}

function checkTime(report: Report, move: Move, at: string): StepRefusal | null {
  if (move.withinDays !== undefined && at > daysLater(report.since, move.withinDays)) return 'too_late';
  if (move.afterSilentDays !== undefined && at < silentUntil(report, move.afterSilentDays)) return 'too_early';
  return null;
}

/**
 * Whether an event may happen to a report now, by the lifecycle table: what is not in it is refused with a reason.
 *
 * @returns the state it leads to, or why not
 */
export function decide(report: Report, wanted: Wanted, actor: Actor): Verdict {
  const move = findMove(report.state, wanted.type);
  if (!move) return refuse(isFinal(report.state) ? 'final' : 'not_now');
  if (!mayMove(move, actor.role)) return refuse('not_yours');
  if (isElsewhere(report, actor)) return refuse('other_station');
  if (isTooOften(report, wanted.type, actor)) return refuse('too_often');
  const late = checkTime(report, move, wanted.at);
  if (late) return refuse(late);
  if (move.needsText && isBlank(wanted.text ?? '')) return refuse('needs_text');
  if (wanted.type === 'started' && report.station === null) return refuse('needs_station');
  if (move.to === 'same') return { allowed: true, to: report.state };
  return { allowed: true, to: move.to === 'asked_from' ? (report.askedFrom ?? 'submitted') : move.to };
}

/** Every event that somebody of a role could ask for now, words aside: which buttons a page offers. */
export function possibleEvents(report: Report, actor: Actor, at: string): Happening['type'][] {
  const can = (type: Happening['type']) => {
    const move = findMove(report.state, type);
    if (!move || !mayMove(move, actor.role) || isElsewhere(report, actor)) return false;
    return !checkTime(report, move, at) && !isTooOften(report, type, actor);
  };
  return EVENT_TYPES.filter(can);
}
