import { randomUUID } from 'node:crypto';
import { type AliasInput, type AliasProblem, decideAlias } from '../directory/alias.ts';
import { carry } from '../directory/carry.ts';
import {
  answer,
  type Decided,
  type DecisionContext,
  type DecisionInput,
  type DecisionProblem,
  decide,
  newerThan,
  undo,
} from '../directory/decide.ts';
import { type CityChange, type CityProblem, decideCity } from '../directory/decide-city.ts';
import type { Decision, NewDecision } from '../directory/decision.ts';
import {
  type Change,
  type ChangeProblem,
  decideChange,
  decideNewStation,
  type NewStation,
} from '../directory/edit-station.ts';
import { freshStationId } from '../directory/editions/identify.ts';
import { withAdded } from '../directory/identities.ts';
import { type QueueSummary, type ReviewEntry, reviewQueue, summarise } from '../directory/queue.ts';
import { withReaderMarks } from '../directory/reader-marks.ts';
import type { CityFacts, Edition, PublishedDirectory } from '../directory/records.ts';
import type { AnswerProblem } from '../directory/rules.ts';
import { withUnanswered } from '../directory/unanswered.ts';
import { parseTyped } from '../table/phone/typed-number.ts';
import { slugOf } from '../table/slugs.ts';
import { readerMarkEvidence, unansweredEvidence } from '../wording/review.ts';
import { getDesk } from './desk.ts';
import { findPublished, forgetDirectory } from './directories.ts';
import { findCityHead } from './directory-sources.ts';
import type { Staff } from './session.ts';
import { countEditors, type Desk } from './staff.ts';
import { getStore } from './store.ts';

/** A directory as the desk sees it: with what readers reported, and with its history. */
export interface DeskDirectory {
  directory: PublishedDirectory;
  history: readonly Decision[];
  /** Decisions in force, oldest first. */
  decisions: readonly Decision[];
  /** Proposals that wait for a second person. */
  pending: readonly Decision[];
  /** Decisions of which the print is not in force. */
  lapsed: readonly Decision[];
  /** What the edition in force says of itself, before any decision. */
  printedFacts: Edition;
  /** The `seq` of the edition in force. */
  edition: number;
  /** Every entry, worst first. */
  queue: readonly ReviewEntry[];
  summary: QueueSummary;
}

/** What was made of a published directory, while neither it nor the readers' marks change. */
const made = new WeakMap<PublishedDirectory, { marks: string; state: DeskDirectory }>();

/** Always the newest: an editor must not decide on what a colleague changed a second ago. Null for an unknown id. */
export async function findDeskDirectory({ store }: Desk, id: string): Promise<DeskDirectory | null> {
  const published = await findPublished(store, id, true);
  if (!published) return null;
  const { directory, history, printed, printedFacts, identities, edition } = published;
  const marks = await store.readerMarks.list(id);
  const version = `${marks.length} ${marks.at(-1)?.id}`; // the oldest go when there are many
  const kept = made.get(directory);
  if (kept?.marks === version) return kept.state;
  const { decisions, pending, lapsed } = carry(printed, identities, history, printedFacts);
  const reported = withReaderMarks(directory, marks, history, readerMarkEvidence);
  const marked = { ...directory, ...withUnanswered(reported, decisions, pending, unansweredEvidence) };
  const queue = reviewQueue(marked, pending);
  const summary = summarise(queue);
  const said = { history, decisions, pending, lapsed, printedFacts };
  const state = { directory: marked, ...said, edition: edition.seq, queue, summary };
  made.set(directory, { marks: version, state });
  return state;
}

/** Why something was not saved; `newer` are a colleague's rows that came in between. */
export type Saved<T> =
  | { ok: true; rows: Decision[] }
  | { ok: false; reason: 'conflict'; newer: Decision[] }
  | { ok: false; reason: 'problems'; problems: T[] };

export const failed = <T>(...problems: T[]): Saved<T> => ({ ok: false, reason: 'problems', problems });

interface Save<T> {
  directory: string;
  staff: Pick<Staff, 'username'>;
  /** The last `seq` the editor has seen of each record ('' is the edition). */
  seen: Readonly<Record<string, number>>;
  now: Date;
  rows(state: DeskDirectory, context: DecisionContext): Decided<T>[];
}

/** Decides on the newest state and adds the rows, unless a colleague's came in between. */
export async function save<T>(
  desk: Desk,
  { directory: id, staff, seen, now, rows }: Save<T>,
): Promise<Saved<T> | null> {
  const state = await findDeskDirectory(desk, id);
  if (!state) return null;
  const newer = Object.entries(seen).flatMap(([record, seq]) => newerThan(state.history, record || null, seq));
  if (newer.length > 0) return { ok: false, reason: 'conflict', newer };
  const activeEditors = await countEditors(desk, id);
  const context = {
    directory: state.directory,
    readNumber: (typed: string) => parseTyped(typed, state.directory.facts, state.directory.service),
    pending: state.pending,
    edition: state.edition,
    by: staff.username,
    at: now.toISOString(),
    activeEditors,
    newId: randomUUID,
    newPhone: countPhones(state.history),
  };
  const decided = rows(state, context);
  const problems = decided.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return failed(...problems);
  const added = decided.flatMap((one): NewDecision[] => (one.ok ? [one.row] : []));
  const result = await desk.store.decisions.append(id, added, seen);
  forgetDirectory(desk.store, id);
  return result.saved ? { ok: true, rows: result.decisions } : { ok: false, reason: 'conflict', newer: result.newer };
}

/** Ids of numbers that staff add: counted within their station over all that were ever added, also those undone. */
function countPhones(history: readonly Decision[]): (station: string) => string {
  const given = new Set(history.flatMap(({ phone }) => phone ?? []));
  return (station) => {
    let at = 1;
    while (given.has(`${station}-added-${at}`)) at += 1;
    given.add(`${station}-added-${at}`);
    return `${station}-added-${at}`;
  };
}

export type Common = Pick<Save<never>, 'directory' | 'staff' | 'seen' | 'now'>;

/** Saves what an editor decided about some flags or numbers, all or none. Null for an unknown directory. */
export function saveDecisions(
  desk: Desk,
  common: Common,
  inputs: readonly DecisionInput[],
): Promise<Saved<DecisionProblem> | null> {
  return save<DecisionProblem>(desk, {
    ...common,
    rows: (_state, context) => inputs.map((input) => decide(input, context)),
  });
}

/** What was wrong with the numbers' part of an edit, by the number, and with its other parts. */
export type EditProblem = ChangeProblem | { phone: string; problem: DecisionProblem };

/** What an editor changes of a station at one time: decisions about its numbers, and other changes. */
export interface Edit {
  station: string;
  phones: readonly DecisionInput[];
  changes: readonly Change[];
}

/** Saves everything that an editor changed of a station, or nothing. Null for an unknown directory. */
export function saveEdit(desk: Desk, common: Common, edit: Edit): Promise<Saved<EditProblem> | null> {
  return save<EditProblem>(desk, {
    ...common,
    rows: ({ directory }, context) => {
      const station = directory.stations.find(({ id }) => id === edit.station);
      if (!station) return [];
      const phones = edit.phones.map((input) => withPhone(input.phone ?? '', decide(input, context)));
      return [...phones, ...edit.changes.map((change) => decideChange(station, change, context))];
    },
  });
}

const withPhone = (phone: string, decided: Decided<DecisionProblem>): Decided<EditProblem> =>
  decided.ok ? decided : { ok: false, problems: decided.problems.map((problem) => ({ phone, problem })) };

/** Adds a station that no paper prints. Null for an unknown directory. */
export async function saveNewStation(
  desk: Desk,
  common: Omit<Common, 'seen'>,
  station: NewStation,
): Promise<(Saved<ChangeProblem> & { id: string }) | null> {
  const published = await findPublished(desk.store, common.directory, true);
  if (!published) return null;
  const known = withAdded(published.identities, published.history);
  const id = freshStationId(known, slugOf(station.name) || UNSPELT);
  const rows: Save<ChangeProblem>['rows'] = (_state, context) => decideNewStation(id, station, context);
  const saved = await save<ChangeProblem>(desk, { ...common, seen: { [id]: 0 }, rows });
  return saved && { ...saved, id };
}

/** The id of a station whose name has no letters and no pinyin. */
const UNSPELT = 'station';

/** Gives a station one more name to be found by, or a division one more place. Null for an unknown directory. */
export async function saveAlias(desk: Desk, common: Common, input: AliasInput): Promise<Saved<AliasProblem> | null> {
  return save<AliasProblem>(desk, {
    ...common,
    rows: ({ directory }, context) => [decideAlias(input, context, directory.places.divisions)],
  });
}

/** Saves what an admin changed of the city or of its notice, all or none. Null for an unknown directory. */
export function saveCity(
  desk: Desk,
  common: Common,
  changes: readonly CityChange[],
): Promise<Saved<CityProblem> | null> {
  return save<CityProblem>(desk, {
    ...common,
    rows: ({ printedFacts }, context) => changes.map((change) => decideCity(change, printedFacts, context)),
  });
}

/** Undoes a row of the history at once. */
export function undoDecision(desk: Desk, common: Common, id: string): Promise<Saved<AnswerProblem> | null> {
  return save<AnswerProblem>(desk, { ...common, rows: ({ history }, context) => [undo(id, history, context)] });
}

/** A second person agrees to a proposal, or does not. */
export function answerProposal(
  desk: Desk,
  common: Common,
  input: { proposal: string; action: 'approve' | 'reject'; reason: string },
): Promise<Saved<AnswerProblem | DecisionProblem> | null> {
  return save<AnswerProblem | DecisionProblem>(desk, {
    ...common,
    rows: ({ history }, context) => [answer(input, history, context)],
  });
}

/** A directory by the name of its city. */
export interface DeskCity {
  id: string;
  city: string;
}

/** What these directories say of their cities. */
export async function deskFacts(ids: readonly string[]): Promise<{ id: string; facts: CityFacts }[]> {
  const store = await getStore();
  const heads = await Promise.all(ids.map((id) => findCityHead(store, id)));
  return heads.flatMap((head) => (head ? [{ id: head.facts.directory, facts: head.facts }] : []));
}

/** These directories by the names of their cities. */
export const deskCities = async (ids: readonly string[]): Promise<DeskCity[]> =>
  (await deskFacts(ids)).map(({ id, facts }) => ({ id, city: facts.city }));

/** What waits for somebody's consent: no one answers what they proposed themselves. */
export const waitingFor = (
  { pending }: Pick<DeskDirectory, 'pending'>,
  { username }: Pick<Staff, 'username'>,
): Decision[] => pending.filter(({ by }) => by !== username);

/** How many proposals wait for somebody, for the bar. */
export async function countWaitingFor(staff: Staff): Promise<number> {
  const state = await findDeskDirectory(await getDesk(), staff.directory);
  return state ? waitingFor(state, staff).length : 0;
}

/** How many entries of a directory wait for a decision, for the bar. */
export async function countOpenEntries(id: string): Promise<number> {
  const state = await findDeskDirectory(await getDesk(), id);
  return state?.summary.entries ?? 0;
}
