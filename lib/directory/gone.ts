import { dayOf } from '../reports/days.ts';
import type { Identities } from './identities.ts';
import type { ClosedStation, EditionNote, PublishedDirectory } from './records.ts';

/**
 * Stations and districts that once had an address and are not in the edition in force. Their ids are never given again,
 * so that a QR code on paper leads to nobody else.
 */

/** An edition that a directory has had. */
export interface PastEdition {
  seq: number;
  note: EditionNote;
  /** The ids of stations that it does not print and that were listed all the same. */
  kept: readonly string[];
}

export interface Past {
  directory: PublishedDirectory;
  identities: Identities;
  /** Oldest first. */
  editions: readonly PastEdition[];
}

export interface Gone {
  id: string;
  /** As last printed; a station may have none. */
  name: string | null;
  /** The notice in which it stood last; null where none printed it. */
  last: EditionNote | null;
  /** From when it is not listed: what the first later edition says; null where there is none, but an earlier one. */
  until: string | null;
}

export interface GoneStation extends Gone {
  /** From when the first edition that had it says it holds. */
  since: string;
  /** The stations at which a number is printed now that was printed at this one last. */
  numbersAt: string[];
  /** When staff took it out of use; null where an edition is what has it not. */
  closedAt: string | null;
}

/** Null for a station that is in force, and for an id that was never given. */
export function goneStation(past: Past, id: string): GoneStation | null {
  const { directory, identities, editions } = past;
  const closed = directory.closed.find((one) => one.id === id);
  if (closed) return closedStation(past, closed);
  const identity = identities.stations.find((one) => one.id === id);
  if (!identity || directory.stations.some((station) => station.id === id)) return null;
  const listed = identity.printed.map(({ edition }) => edition);
  const printed = identity.printed.filter(({ edition }) => {
    return !editions.find(({ seq }) => seq === edition)?.kept.includes(id);
  });
  const last = printed.at(-1);
  const note = noteOf(past, last?.edition);
  if (!last || !note) return null;
  return {
    ...{ id, name: last.name, last: note, until: untilOf(past, listed) },
    since: noteOf(past, listed[0])?.effectiveFrom ?? note.effectiveFrom,
    numbersAt: numbersAt(past, id, last.edition),
    closedAt: null,
  };
}

/** One that staff took out of use: what editions print of it, or will, changes nothing. */
function closedStation(past: Past, { id, name, at, since }: ClosedStation): GoneStation {
  const printed = past.identities.stations.find((one) => one.id === id)?.printed ?? [];
  const last = printed.at(-1);
  return {
    ...{ id, name, closedAt: at, until: dayOf(at) },
    last: noteOf(past, last?.edition),
    since: noteOf(past, printed[0]?.edition)?.effectiveFrom ?? dayOf(since ?? at),
    numbersAt: last ? numbersAt(past, id, last.edition) : [],
  };
}

/** The same of a district; `name` is its label. */
export function goneDistrict(past: Past, id: string): Gone | null {
  const identity = past.identities.districts.find((one) => one.id === id);
  if (!identity || past.directory.districts.some((district) => district.id === id)) return null;
  const last = noteOf(past, identity.editions.at(-1));
  return last && { id, name: identity.labels.at(-1) ?? null, last, until: untilOf(past, identity.editions) };
}

const noteOf = ({ editions }: Past, edition: number | undefined): EditionNote | null =>
  editions.find(({ seq }) => seq === edition)?.note ?? null;

function untilOf({ editions }: Past, listed: readonly number[]): string | null {
  const last = Math.max(...listed);
  return editions.find(({ seq }) => seq > last)?.note.effectiveFrom ?? null;
}

/** What staff gave in the place of a printed number is printed nowhere, and a number out of use is shown nowhere. */
function numbersAt({ directory, identities }: Past, id: string, edition: number): string[] {
  const own = identities.phones.filter((phone) => phone.station === id && phone.editions.includes(edition));
  const tels = new Set(own.flatMap(({ tel }) => tel ?? []));
  const now = directory.phones.filter(({ tel, corrected }) => tel !== null && tels.has(tel) && !corrected);
  return [...new Set(now.map(({ station }) => station))];
}
