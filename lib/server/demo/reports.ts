import { deadlineOf, lapsesAt } from '../../reports/clocks.ts';
import { addDays, dayOf, daysLater } from '../../reports/days.ts';
import { fold } from '../../reports/fold.ts';
import type { Hmac } from '../../reports/secret.ts';
import type { State } from '../../reports/words.ts';
import type { Store } from '../../store/store.ts';
import { demonstrationPeople } from '../../wording/demonstration.ts';
import { noteUnmasked } from '../audit.ts';
import { newKey } from '../reports/drafts.ts';
import { fileReport } from '../reports/file.ts';
import { openOfficeOn, type ReportOffice, type StoredReport } from '../reports/office.ts';
import { passTime } from '../reports/tick.ts';
import { type Doer, stepReport } from '../reports/track.ts';
import type { HoursAgo } from './decisions.ts';
import type { Person } from './people.ts';
import type { Act, Story } from './stories.ts';

/** A report of the demonstration, with its code, for trying how a reader follows it. */
export interface Followed {
  ref: string;
  secret: string;
  state: State;
}

export interface Stage {
  store: Store;
  hmac: Hmac;
  directory: string;
  /** ISO instant. */
  now: string;
  hoursAgo: HoursAgo;
  people: readonly Person[];
  /** The stations that the stories are about, those of the agents first. */
  stations: readonly string[];
  stories: readonly Story[];
}

/** Something that happens at a moment: a story is filed, or goes on by one act. */
interface Scene {
  at: string;
  story: Story;
  act: Act | null;
}

const HOUR = 1 / 24;
const MINUTE = HOUR / 60;
const later = (a: string, b: string) => (a > b ? a : b);

/** When each act of a story happens, none before the one before it. */
function scenesOf({ now, hoursAgo }: Stage, story: Story): Scene[] {
  const scenes: Scene[] = [{ at: hoursAgo(story.filed), story, act: null }];
  for (const act of story.acts) {
    const before = scenes.at(-1)?.at ?? now;
    const planned = act.ago === undefined ? daysLater(before, (act.after ?? 0) * HOUR) : hoursAgo(act.ago);
    const recent = act.within === undefined ? planned : later(planned, daysLater(now, -act.within));
    scenes.push({ at: later(recent, daysLater(before, MINUTE)), story, act });
  }
  return scenes;
}

/** The reports by the name of their story. */
type Filed = Map<string, Pick<Followed, 'ref' | 'secret'>>;

const refOf = (filed: Filed, story: string) => filed.get(story)?.ref ?? '';

/** Plays the stories in the order of time, and lets time do in between what it does to reports. */
export async function makeReports(stage: Stage): Promise<Map<string, Followed>> {
  const scenes = stage.stories.flatMap((story) => scenesOf(stage, story)).toSorted((a, b) => a.at.localeCompare(b.at));
  const filed: Filed = new Map();
  const due = new Map<string, string>();
  for (const { at, story, act } of scenes) {
    await passUntil(stage, due, at);
    const office = await openOffice(stage, at);
    if (act === null) filed.set(story.name, await fileStory(stage, office, story));
    else await playAct(stage, office, story, act, filed);
    await noteDue(office, due, refOf(filed, story.name));
  }
  await passUntil(stage, due, stage.now);
  const followed = new Map<string, Followed>();
  for (const [name, { ref, secret }] of filed)
    followed.set(name, { ref, secret, state: fold((await findReport(stage.store, ref)).events).state });
  return followed;
}

async function openOffice({ store, hmac, directory }: Stage, at: string): Promise<ReportOffice> {
  const office = await openOfficeOn(store, hmac, directory, new Date(at));
  if (!office) throw new Error(`There is no directory ${directory}.`);
  // Its people sign in for the first time when it is made, which is later than what they did.
  return office.attendance === 'unattended' ? { ...office, attendance: 'attended' } : office;
}

async function findReport(store: Store, ref: string): Promise<StoredReport> {
  const stored = await store.reports.find(ref);
  if (!stored) throw new Error(`The demonstration's report ${ref} is lost.`);
  return stored;
}

/** Remembers when time does something to a report next, if nobody else does before. */
async function noteDue(
  { store, directory, calendar }: ReportOffice,
  due: Map<string, string>,
  ref: string,
): Promise<void> {
  const report = fold((await findReport(store, ref)).events);
  const deadline = report.overdueMarked ? null : deadlineOf(report, directory.service, calendar);
  const next = lapsesAt(report) ?? (deadline && daysLater(deadline.latest, MINUTE));
  if (next) due.set(ref, next);
  else due.delete(ref);
}

async function passUntil(stage: Stage, due: Map<string, string>, until: string): Promise<void> {
  for (;;) {
    const [next] = [...due].toSorted(([, a], [, b]) => a.localeCompare(b));
    if (!next || next[1] > until) return;
    const [ref, at] = next;
    const office = await openOffice(stage, at);
    await passTime(office);
    await noteDue(office, due, ref);
  }
}

const stationOf = (stations: Stage['stations'], index: number) => stations[index % stations.length] ?? '';

async function fileStory(
  { stations, people }: Stage,
  office: ReportOffice,
  story: Story,
): Promise<{ ref: string; secret: string }> {
  const { station, unknown, dates, form, byClerk, name } = story;
  const today = dayOf(office.now);
  const typed = {
    ...form,
    station: unknown ? null : stationOf(stations, station),
    dates: dates.map((days) => addDays(today, -days)),
  };
  const clerk = people.find(({ role }) => role === 'dispatcher');
  const by =
    byClerk && clerk ? { role: 'dispatcher' as const, name: clerk.username } : { role: 'reader' as const, name: null };
  const result = await fileReport(office, typed, newKey(), { by, address: null });
  if (!result.ok) throw new Error(`The demonstration's report ${name} was refused: ${JSON.stringify(result)}`);
  return result.receipt;
}

/** Who does it: an agent of the story's station, where there is one, or the dispatcher. */
function doerOf({ people }: Stage, by: Act['by'], station: string): Doer {
  if (by === 'reader') return { role: 'reader', name: null };
  if (by === 'dispatcher') return { role: 'dispatcher', name: demonstrationPeople.dispatcher };
  const agent = people.find((person) => person.stations.includes(station));
  if (!agent) return { role: 'dispatcher', name: demonstrationPeople.dispatcher };
  return { role: 'agent', name: agent.username, stations: agent.stations };
}

async function playAct(stage: Stage, office: ReportOffice, story: Story, act: Act, filed: Filed): Promise<void> {
  const stored = await findReport(stage.store, refOf(filed, story.name));
  const station = stationOf(stage.stations, story.station);
  const happening = act.does({ station, refOf: (other) => refOf(filed, other) });
  const step = { happening, text: act.text, after: stored.events.length };
  const doer = doerOf(stage, act.by, station);
  const stepped = await stepReport(office, stored, step, doer);
  if (!stepped.ok)
    throw new Error(`The demonstration's ${story.name} cannot go on with ${happening.type}: ${stepped.reason}`);
  if (happening.type !== 'unmasked') return;
  const staff = { username: doer.name ?? '', directory: stage.directory };
  await noteUnmasked(stage.store, staff, { ref: stored.ref, seq: step.after + 1 }, new Date(office.now));
}
