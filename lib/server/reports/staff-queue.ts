import { type Deadline, deadlineOf, isOverdue, lapsesAt } from '../../reports/clocks.ts';
import type { Actor } from '../../reports/decide.ts';
import { fold, type Report } from '../../reports/fold.ts';
import { LENGTHS, wordsFault } from '../../reports/form.ts';
import { isSettled, OPEN_STATES } from '../../reports/lifecycle.ts';
import { compareByShown } from '../../reports/queue-order.ts';
import { parseRef, possibleRefs, refPartsOf } from '../../reports/ref.ts';
import { type State, tellsWayIn } from '../../reports/words.ts';
import type { StoredReport } from '../../store/reports.ts';
import { lettersOf } from '../ref-letters.ts';
import type { Staff } from '../session.ts';
import { openReportOffice, type ReportOffice } from './office.ts';
import type { Doer } from './track.ts';

/** Open reports that a queue page looks at, by their age; the rest follow when these are settled, or are searched for. */
export const MOST_OPEN = 500;
/** Settled reports a page, and reports that a search gives. */
export const PAGE = 50;
/** Of the newest, and of each open state, so many are looked through for a place: no index finds a part of a text. */
export const LOOK_THROUGH = 1000;
/** Stations that a part of a name may stand for. */
const MOST_STATIONS = 20;

/** One line of the queue. */
export interface QueueEntry {
  stored: StoredReport;
  report: Report;
  deadline: Deadline | null;
  /** Past what the reader was told. */
  overdue: boolean;
  /** When silence moves it on by itself. */
  lapses: string | null;
  /** Something was written of which this person is given nothing. */
  withheld: boolean;
}

/** The stations whose reports somebody may see, or null for all: an agent sees those assigned. */
function stationsOf(staff: Staff, directory: string): readonly string[] | null {
  if (staff.directory !== directory) throw new Error('Nobody sees the reports of another city.');
  return staff.role === 'agent' ? staff.stations : null;
}

/** Somebody at the desk as the lifecycle knows them. */
export function doerOf(staff: Staff, directory: string): Doer & Actor {
  if (staff.role === 'editor') throw new Error('An editor handles no reports.');
  return { role: staff.role, name: staff.username, stations: [...(stationsOf(staff, directory) ?? [])] };
}

/**
 * The way into a house is for those who go there or send somebody: others are given only what they wrote themselves.
 */
function withoutWayIn(staff: Staff, stored: StoredReport, { kind }: Report): StoredReport {
  const { private: part, events } = stored;
  if (part === null || !tellsWayIn(kind) || staff.role === 'agent' || staff.role === 'dispatcher') return stored;
  const own = events.filter(({ by }) => by.name === staff.username).map(({ seq }) => String(seq));
  const words = Object.fromEntries(Object.entries(part.words).filter(([seq]) => own.includes(seq)));
  return { ...stored, private: { ...part, text: null, words } };
}

const written = ({ private: part }: StoredReport) =>
  part === null ? 0 : Object.keys(part.words).length + (part.text === null ? 0 : 1);

function entryOf({ directory, calendar, now }: ReportOffice, staff: Staff, found: StoredReport): QueueEntry {
  const report = fold(found.events);
  const stored = withoutWayIn(staff, found, report);
  const deadline = deadlineOf(report, directory.service, calendar);
  return {
    stored,
    report,
    deadline,
    overdue: isOverdue(deadline, now),
    lapses: lapsesAt(report),
    withheld: written(stored) < written(found),
  };
}

/** A part of the queue: what a page shows, and whether there is more of it. */
export interface QueuePart {
  entries: QueueEntry[];
  more: boolean;
}

/** Where an earlier page of settled reports ended, by the number of its last report; null for the first page. */
async function positionOf({ store, directory }: ReportOffice, typed: string | null) {
  const ref = parseRef(typed ?? '');
  const stored = ref === null ? null : await store.reports.find(ref);
  if (stored?.directory !== directory.id) return {};
  return { after: { ref: stored.ref, submittedAt: fold(stored.events).submittedAt } };
}

/**
 * Reports in one state, or all that are open, for whoever may see them. Open ones by urgency; settled ones the newest
 * first, a page at a time.
 *
 * @param before number of the last report of the page before; of no meaning for open ones
 */
export async function listQueue(
  office: ReportOffice,
  staff: Staff,
  state: State | null,
  before: string | null = null,
): Promise<QueuePart> {
  const { store, directory } = office;
  const settled = state !== null && isSettled(state);
  const most = settled ? PAGE : MOST_OPEN;
  const page = settled ? { newestFirst: true, ...(await positionOf(office, before)) } : {};
  const cut = { states: state === null ? OPEN_STATES : [state], stations: stationsOf(staff, directory.id) };
  const found = await store.reportQueues.list(directory.id, cut, { ...page, limit: most + 1 });
  const entries = found.slice(0, most).map((stored) => entryOf(office, staff, stored));
  return { entries: settled ? entries : entries.toSorted(compareByShown), more: found.length > most };
}

/** Every report in a settled state that somebody may see, the newest first, however many. */
export async function settledReports(office: ReportOffice, staff: Staff, state: State): Promise<QueueEntry[]> {
  const { store, directory } = office;
  const cut = { states: [state], stations: stationsOf(staff, directory.id) };
  const all: QueueEntry[] = [];
  let after: { submittedAt: string; ref: string } | undefined;
  for (;;) {
    const page = { newestFirst: true, limit: LOOK_THROUGH, ...(after ? { after } : {}) };
    const found = await store.reportQueues.list(directory.id, cut, page);
    const entries = found.map((stored) => entryOf(office, staff, stored));
    all.push(...entries);
    const last = entries.at(-1);
    if (!last || found.length < LOOK_THROUGH) return all;
    after = { submittedAt: last.report.submittedAt, ref: last.stored.ref };
  }
}

/**
 * What {@link listQueue} gave of all that is open at an earlier moment (ISO), as it stood and in the order it had then:
 * whoever works through a list goes on in it, however much of it is settled meanwhile.
 */
export async function listQueueAt(office: ReportOffice, staff: Staff, at: string): Promise<QueueEntry[]> {
  const { store, directory } = office;
  const found = await store.reportQueues.openAt(directory.id, stationsOf(staff, directory.id), at, MOST_OPEN);
  const then = { ...office, now: at };
  return found
    .map((stored) => ({ ...stored, events: stored.events.filter((event) => event.at <= at) }))
    .filter(({ events }) => events.length > 0)
    .map((stored) => entryOf(then, staff, stored))
    .filter(({ report }) => !isSettled(report.state))
    .toSorted(compareByShown);
}

/** How many there are in each open state that somebody may see; old ones are not counted, however many they are. */
export function countQueue({ store, directory }: ReportOffice, staff: Staff): Promise<Partial<Record<State, number>>> {
  return store.reportQueues.counts(directory.id, { states: OPEN_STATES, stations: stationsOf(staff, directory.id) });
}

/**
 * Reports by number or a part of it, station or place, never by code; an agent finds only those of their stations. For a place the open
 * ones and the newest are looked through, not all there ever were.
 */
export async function searchQueue(office: ReportOffice, staff: Staff, typed: string): Promise<QueuePart> {
  const { store, directory } = office;
  const part = typed.trim();
  // No number, station or place is longer or holds what a form refuses, and not every engine can look for it.
  if (part.length > LENGTHS.place * 2 || wordsFault(part)) return { entries: [], more: false };
  const named = directory.stations.filter(({ name }) => name.value?.includes(part)).map(({ id }) => id);
  const asked = {
    refs: possibleRefs(part, lettersOf(directory)),
    refParts: refPartsOf(part),
    part,
    stations: named.slice(0, MOST_STATIONS),
    own: stationsOf(staff, directory.id),
    lookThrough: LOOK_THROUGH,
  };
  const found = await store.reportQueues.search(directory.id, asked, PAGE + 1);
  return { entries: found.slice(0, PAGE).map((stored) => entryOf(office, staff, stored)), more: found.length > PAGE };
}

/** Reports of a caller by what stands for their phone; an agent finds only those of their stations. */
export async function listOfCaller(office: ReportOffice, staff: Staff, caller: string): Promise<QueuePart> {
  const { store, directory } = office;
  const found = await store.reportQueues.ofCaller(directory.id, caller, stationsOf(staff, directory.id), PAGE + 1);
  return { entries: found.slice(0, PAGE).map((stored) => entryOf(office, staff, stored)), more: found.length > PAGE };
}

const isSeen = ({ station }: Report, own: readonly string[] | null) =>
  own === null || (station !== null && own.includes(station));

/** One report for the desk, or null where there is none that this person may see. */
export async function findForStaff(office: ReportOffice, staff: Staff, ref: string): Promise<QueueEntry | null> {
  const parsed = parseRef(ref);
  const stored = parsed === null ? null : await office.store.reports.find(parsed);
  if (stored?.directory !== office.directory.id) return null;
  const entry = entryOf(office, staff, stored);
  return isSeen(entry.report, stationsOf(staff, office.directory.id)) ? entry : null;
}

/** How many open reports of their city somebody may see, for the bar. */
export async function countOpenReports(staff: Staff): Promise<number> {
  const office = await openReportOffice(staff.directory);
  if (!office) return 0;
  const counts = await countQueue(office, staff);
  return OPEN_STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
}
