import { type Deadline, deadlineOf, isOverdue, lapsesAt } from '../../reports/clocks.ts';
import type { Actor } from '../../reports/decide.ts';
import { fold, type Report } from '../../reports/fold.ts';
import { isSettled } from '../../reports/lifecycle.ts';
import { parseRef } from '../../reports/ref.ts';
import { STATES, type State } from '../../reports/words.ts';
import type { StoredReport } from '../../store/reports.ts';
import type { Staff } from '../session.ts';
import { openReportOffice, type ReportOffice } from './office.ts';
import type { Doer } from './track.ts';

/** Open reports that a queue page looks at; the rest are found by search. */
const MOST_OPEN = 500;
const MOST_SETTLED = 50;
const MOST_FOUND = 50;

export const OPEN_STATES: readonly State[] = STATES.filter((state) => !isSettled(state));

/** One line of the queue. */
export interface QueueEntry {
  stored: StoredReport;
  report: Report;
  deadline: Deadline | null;
  /** Past what the reader was told. */
  overdue: boolean;
  /** When silence moves it on by itself. */
  lapses: string | null;
}

/** The stations whose reports somebody may see, or null for all: an agent sees those assigned. */
export function stationsOf(staff: Staff, directory: string): string[] | null {
  if (staff.role !== 'agent') return null;
  return staff.stations.filter((one) => one.directory === directory).map(({ station }) => station);
}

/** Somebody at the desk as the lifecycle knows them. */
export function doerOf(staff: Staff, directory: string): Doer & Actor {
  if (staff.role === 'editor') throw new Error('An editor handles no reports.');
  return { role: staff.role, name: staff.username, stations: stationsOf(staff, directory) ?? [] };
}

function entryOf({ directory, calendar, now }: ReportOffice, stored: StoredReport): QueueEntry {
  const report = fold(stored.events);
  const deadline = deadlineOf(report, directory.service, calendar);
  return { stored, report, deadline, overdue: isOverdue(deadline, now), lapses: lapsesAt(report) };
}

/** By the next deadline; where no clock runs, what waits for staff before what waits for the reader, the oldest first. */
function byUrgency(a: QueueEntry, b: QueueEntry): number {
  const waits = ({ report: { state } }: QueueEntry) => (state === 'waiting' || state === 'resolved' ? 1 : 0);
  const due = ({ deadline }: QueueEntry) => deadline?.due ?? '9';
  return (
    waits(a) - waits(b) || due(a).localeCompare(due(b)) || a.report.submittedAt.localeCompare(b.report.submittedAt)
  );
}

/** Reports in one state, or all that are open, for whoever may see them. */
export async function listQueue(office: ReportOffice, staff: Staff, state: State | null): Promise<QueueEntry[]> {
  const { store, directory } = office;
  const stations = stationsOf(staff, directory.id);
  const settled = state !== null && isSettled(state);
  const page = settled ? { limit: MOST_SETTLED, newestFirst: true } : { limit: MOST_OPEN };
  const states = state === null ? OPEN_STATES : [state];
  const entries = (await store.reportQueues.list(directory.id, { states, stations }, page)).map((stored) =>
    entryOf(office, stored),
  );
  return settled ? entries : entries.toSorted(byUrgency);
}

/** How many there are in each open state that somebody may see; old ones are not counted, however many they are. */
export function countQueue({ store, directory }: ReportOffice, staff: Staff): Promise<Partial<Record<State, number>>> {
  return store.reportQueues.counts(directory.id, { states: OPEN_STATES, stations: stationsOf(staff, directory.id) });
}

/** Reports by number, station or place, never by code; an agent finds only those of their stations. */
export async function searchQueue(office: ReportOffice, staff: Staff, typed: string): Promise<QueueEntry[]> {
  const { store, directory } = office;
  const text = typed.trim();
  const named = directory.stations.filter(({ name }) => name.value?.includes(text)).map(({ id }) => id);
  const asked = { part: parseRef(text) ?? text, stations: named };
  const found = await store.reportQueues.search(directory.id, asked, MOST_FOUND);
  const own = stationsOf(staff, directory.id);
  return found.map((stored) => entryOf(office, stored)).filter(({ report }) => isSeen(report, own));
}

const isSeen = ({ station }: Report, own: readonly string[] | null) =>
  own === null || (station !== null && own.includes(station));

/** One report for the desk, or null where there is none that this person may see. */
export async function findForStaff(office: ReportOffice, staff: Staff, ref: string): Promise<QueueEntry | null> {
  const parsed = parseRef(ref);
  const stored = parsed === null ? null : await office.store.reports.find(parsed);
  if (stored?.directory !== office.directory.id) return null;
  const entry = entryOf(office, stored);
  return isSeen(entry.report, stationsOf(staff, office.directory.id)) ? entry : null;
}

/** How many open reports of a directory somebody may see, for the bar. */
export async function countOpenReports(staff: Staff, directory: string): Promise<number> {
  const office = await openReportOffice(directory);
  if (!office) return 0;
  const counts = await countQueue(office, staff);
  return OPEN_STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
}
