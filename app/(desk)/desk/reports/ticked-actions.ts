import { z } from 'zod';
import { possibleEvents } from '#lib/reports/decide.ts';
import type { Report } from '#lib/reports/fold.ts';
import { wordsFault } from '#lib/reports/form.ts';
import { isFinal } from '#lib/reports/lifecycle.ts';
import { type StaffStep, staffStepSchema } from '#lib/reports/staff-step.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { openReportOffice, type ReportOffice } from '#lib/server/reports/office.ts';
import { doerOf, findForStaff, MOST_OPEN, type QueueEntry } from '#lib/server/reports/staff-queue.ts';
import { stepByStaff } from '#lib/server/reports/staff-step.ts';
import { isBlank } from '#lib/text/typed-text.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { problemWords } from './problem-words.ts';

const words = deskReportWords;

/** A ticked report: its number and the last event that the page showed. */
interface Tick {
  ref: string;
  after: number;
}

/** What is longer is no number of ours, and is not said back. */
const LONGEST_REF = 20;

/** What is ticked, each once. */
function ticksOf(fields: URLSearchParams): Tick[] {
  const ticks = [...new Set(fields.getAll('tick'))].filter((tick) => tick !== '');
  if (ticks.length > MOST_OPEN) throw new MalformedForm();
  return ticks.map((tick) => {
    const [ref = '', after = ''] = tick.split(' ');
    return { ref: ref.slice(0, LONGEST_REF), after: Number(after) };
  });
}

type StepOf = (entry: QueueEntry) => Partial<StaffStep> & Pick<StaffStep, 'event'>;

/** What became of a ticked report: `passed` is one to which the step was never open, as the page showed it. */
type Came = 'done' | 'left' | 'passed';

async function stepOne(office: ReportOffice, posted: Posted, { ref, after }: Tick, stepOf: StepOf): Promise<Came> {
  const { staff } = posted;
  const entry = await findForStaff(office, staff, ref);
  if (!entry) return 'left';
  const step = stepOf(entry);
  const possible = possibleEvents(entry.report, doerOf(staff, office.directory.id), office.now);
  if (entry.report.seq === after && !possible.includes(step.event)) return 'passed';
  const read = staffStepSchema.safeParse({ ...step, after });
  return read.success && (await stepByStaff(office, staff, ref, read.data)).ok ? 'done' : 'left';
}

interface SteppedTicks {
  done: number;
  /** The numbers of those it was not done with. */
  left: string[];
}

/** Does one step with every ticked report of those that this person may see and to which it is open. */
async function stepTicks(posted: Posted, ticks: readonly Tick[], stepOf: StepOf): Promise<SteppedTicks> {
  const result: SteppedTicks = { done: 0, left: [] };
  const office = await openReportOffice(posted.staff.directory);
  for (const tick of ticks) {
    const came = office ? await stepOne(office, posted, tick, stepOf) : 'left';
    if (came === 'done') result.done += 1;
    if (came === 'left') result.left.push(tick.ref);
  }
  return result;
}

/** Accepts each to the station its reader named; one that a station gave back waits for somebody to say which. */
async function accept(posted: Posted, ticks: readonly Tick[]): Promise<Outcome> {
  const stationOf = ({ station, givenBy }: Report) => (givenBy === null ? (station ?? '') : '');
  const stepOf: StepOf = ({ report }) => ({ event: 'accepted', station: stationOf(report) });
  const result = await stepTicks(posted, ticks, stepOf);
  return done(words.accepted(result.done, result.left));
}

/** Accepts all to one station. */
async function assign(posted: Posted, ticks: readonly Tick[]): Promise<Outcome> {
  const station = fieldOf(posted.fields, 'station');
  if (station === '') return refused(null, { station: problemWords('station') });
  const result = await stepTicks(posted, ticks, () => ({ event: 'accepted', station }));
  return done(words.accepted(result.done, result.left));
}

async function start(posted: Posted, ticks: readonly Tick[]): Promise<Outcome> {
  const result = await stepTicks(posted, ticks, () => ({ event: 'started' }));
  return done(words.started(result.done, result.left));
}

/** Refuses all with one reason, which each reader is told. */
async function reject(posted: Posted, ticks: readonly Tick[]): Promise<Outcome> {
  const text = fieldOf(posted.fields, 'text');
  const fault = isBlank(text) ? 'needs_text' : wordsFault(text);
  if (fault) return refused(null, { text: problemWords(fault) });
  const result = await stepTicks(posted, ticks, () => ({ event: 'rejected', text }));
  return done(words.rejected(result.done, result.left));
}

/** The report into which ticked ones are merged: the one that is named, else the first of them that was filed. */
async function targetOf(posted: Posted, ticks: readonly Tick[]): Promise<QueueEntry | null> {
  const office = await openReportOffice(posted.staff.directory);
  if (!office) return null;
  const named = fieldOf(posted.fields, 'ref').trim();
  if (named !== '') return findForStaff(office, posted.staff, named);
  const found = await Promise.all(ticks.map(({ ref }) => findForStaff(office, posted.staff, ref)));
  const key = ({ stored, report }: QueueEntry) => `${report.submittedAt} ${stored.ref}`;
  // What a colleague has refused or merged meanwhile takes nothing in.
  const open = found.filter((entry) => entry !== null).filter(({ report }) => !isFinal(report.state));
  return open.toSorted((a, b) => key(a).localeCompare(key(b)))[0] ?? null;
}

/** Merges all into one of them, or into another. */
async function merge(posted: Posted, ticks: readonly Tick[]): Promise<Outcome> {
  const target = await targetOf(posted, ticks);
  if (target === null) return refused(null, { ref: problemWords('ref') });
  if (isFinal(target.report.state)) return refused(null, { ref: problemWords('ref_ended') });
  const { ref: into } = target.stored;
  const others = ticks.filter(({ ref }) => ref !== into);
  if (others.length === 0) return refused(null, { ref: words.mergeNeedsTwo });
  const result = await stepTicks(posted, others, () => ({ event: 'merged', ref: into }));
  return done(words.merged(result.done, into, result.left));
}

const STEPS = { accept, assign, start, reject, merge } as const;
const stepSchema = z.enum(Object.keys(STEPS) as [keyof typeof STEPS]);

/** One step with all that is ticked; says which could not be done. What was ticked and typed stays where it is refused. */
export async function stepTicked(posted: Posted): Promise<Outcome> {
  const asked = stepSchema.safeParse(posted.fields.get('do'));
  if (!asked.success) throw new MalformedForm();
  return STEPS[asked.data](posted, ticksOf(posted.fields));
}
