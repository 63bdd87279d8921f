import { createHash } from 'node:crypto';
import { type Carried, carry } from '../../directory/carry.ts';
import { listedCodes } from '../../directory/city-facts.ts';
import type { Decision } from '../../directory/decision.ts';
import { askClosed, reopening, withClosed } from '../../directory/editions/closed-again.ts';
import { type Differences, differences } from '../../directory/editions/differences.ts';
import { identify } from '../../directory/editions/identify.ts';
import {
  type Answers,
  type Matched,
  matchEdition,
  type Proposal,
  proposalKey,
} from '../../directory/editions/matching.ts';
import { type Identities, withAdded, withEdition } from '../../directory/identities.ts';
import { publish } from '../../directory/publish.ts';
import { type DirectoryTables, directoryTablesSchema, type Edition, type Phone } from '../../directory/records.ts';
import { flagsByPhone, isWithheld } from '../../directory/standing.ts';
import { type Normalised, normaliseGrid } from '../../table/normalise.ts';
import { slugOf } from '../../table/slugs.ts';
import type { TableChoice } from '../../table/tables.ts';
import type { Published } from '../directories.ts';
import type { ReadGrid } from '../read-table.ts';
import type { NoticeFacts } from './draft.ts';
import { mediaTypeOf } from './media-type.ts';

/** What a new edition would make of a directory. Nothing is written. */

export interface GivenFile {
  /** As people should read it in messages. */
  name: string;
  bytes: Uint8Array;
  grid: ReadGrid;
}

/** What is known, and what somebody said. */
export interface PreviewRequest {
  published: Published;
  /** The ids of all editions, and the `seq` of the newest. */
  editions: { ids: readonly string[]; last: number };
  file: GivenFile;
  notice: NoticeFacts;
  choice: TableChoice;
  answers: Answers;
  /** Ids of stations that stay although they are printed no longer. */
  kept: ReadonlySet<string>;
  /** The day of the import. */
  today: string;
}

export interface Preview {
  facts: Edition;
  read: Normalised;
  matched: Matched;
  /** Proposals that nobody has answered. */
  open: Proposal[];
  /** Ids of stations that were out of use and are open again, as somebody said. */
  reopened: string[];
  /** As it would be in force, with its ids. */
  tables: DirectoryTables;
  identities: Identities;
  differences: Differences;
  /** Decisions that hold now and would not hold then. */
  lapsed: Decision[];
  /** The same with every decision that would hold: what readers would see. */
  shown: DirectoryTables;
  /** Numbers that staff took out of use and that are printed again. */
  outOfUse: Phone[];
}

/** Throws `FileRefusal` where the file holds no table. */
export function previewEdition(request: PreviewRequest): Preview {
  const { published, answers, kept, editions } = request;
  const facts = factsOf(request);
  const read = readTables(request, facts);
  const { directory, printed, identities: known, history } = published;
  const ids = withAdded(known, history);
  const before = { printed, tables: withClosed(directory, printed), identities: ids };
  const matched = matchEdition(read, before, answers, slugOf);
  const found = new Set(matched.stations.values());
  const stays = new Set(printed.stations.flatMap(({ id }) => (kept.has(id) && !found.has(id) ? [id] : [])));
  const tables = directoryTablesSchema.parse(identify(recordsOf(read), matched, ids, printed, stays));
  const identities = withEdition(known, editions.last + 1, tables);
  const then = carry(tables, identities, history, facts);
  const isOpen = (proposal: Proposal) => !answers.has(proposalKey(proposal));
  const unclear = new Set(matched.proposals.filter(isOpen).map(({ candidate }) => candidate.id));
  const shownWith = (rows: readonly Decision[]) => publish({ tables, country: facts.country }, identities, rows);
  const still = shownWith(history);
  const closed = askClosed({ tables, before: printed, matched }, still.closed, unclear);
  const reopened = closed.flatMap((one) => (answers.get(proposalKey(one)) === false ? one.candidate.id : []));
  const shown = reopened.length === 0 ? still : shownWith(withReopened(request, reopened));
  const proposals = [...matched.proposals, ...closed];
  return {
    facts,
    read,
    matched: { ...matched, proposals },
    open: proposals.filter(isOpen),
    reopened,
    tables,
    identities,
    differences: differences(printed, tables),
    lapsed: lapsing(carry(printed, known, history, published.printedFacts), then),
    shown,
    outOfUse: printedOutOfUse(shown, facts.id),
  };
}

/** The history as it would be. */
function withReopened({ published: { history, directory }, today }: PreviewRequest, stations: readonly string[]) {
  const row = { by: '', at: `${today}T00:00:00.000Z`, edition: 0, approvedBy: null, reason: '', newId: () => '' };
  const last = history.at(-1)?.seq ?? 0;
  const added = reopening(stations, row).map((one, at) => ({ ...one, directory: directory.id, seq: last + 1 + at }));
  return [...history, ...added];
}

function lapsing(now: Carried, then: Carried): Decision[] {
  const held = new Set([...now.decisions, ...now.pending].map(({ id }) => id));
  return then.lapsed.filter(({ id }) => held.has(id));
}

function printedOutOfUse({ phones, flags }: DirectoryTables, edition: string): Phone[] {
  const flagsOf = flagsByPhone(flags);
  return phones.filter((phone) => phone.cells[0]?.edition === edition && isWithheld(flagsOf(phone)));
}

/** A notice inherits what it does not say itself from the one in force. */
function factsOf({ published, editions, file, notice, today }: PreviewRequest): Edition {
  const facts = published.printedFacts;
  const base = `${facts.directory}-${notice.from}`;
  let [id, at] = [base, 2];
  for (; editions.ids.includes(id); at += 1) id = `${base}-${at}`;
  return {
    ...facts,
    id,
    title: notice.title,
    areaCode: notice.areaCode,
    effectiveFrom: notice.from,
    printedAbout: notice.from.slice(0, 7),
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    mediaType: mediaTypeOf(file.bytes),
    encoding: file.grid.source.encoding,
    importedAt: today,
  };
}

function readTables({ file, choice, published }: PreviewRequest, facts: Edition): Normalised {
  const { country, areaCode } = facts;
  const { divisions, areas } = published.directory.places;
  // What an admin has listed is a decision, which applies to what is read and can be undone.
  const listed = new Set(listedCodes(published.history));
  const shortCodes = published.directory.service.shortCodes.filter((code) => !listed.has(code));
  const phone = { country, areaCode, shortCodes };
  const options = { file: file.name, phone, city: { edition: facts, divisions, areas }, choice };
  return normaliseGrid(file.grid.grid, options, file.grid.source);
}

const recordsOf = ({ edition, districts, stations, phones, flags, setAside }: Normalised): DirectoryTables => ({
  ...{ edition, districts, stations, phones, flags, setAside },
});
