import { randomInt } from 'node:crypto';
import type { PublishedDirectory } from '../../directory/records.ts';
import { demonstrationPeople as names } from '../../wording/demonstration.ts';
import { redeemLink } from '../set-up.ts';
import { addStaff, type Desk, type Role, requireStaff } from '../staff.ts';

/** Somebody made up, one of each role and more where it takes two. `stations` are those of an agent. */
export interface Person {
  username: string;
  role: Role;
  stations: string[];
}

/** How many stations an agent works for. */
const STATIONS_EACH = 3;

/** How many more stations, of other districts, have reports. */
const OTHERS = 6;

/** The stations that the demonstration's reports are about, and who works for some of them. */
export function castFor({ stations }: Pick<PublishedDirectory, 'stations'>): { people: Person[]; stations: string[] } {
  const named = stations.filter(({ name }) => name.value !== null).map(({ id }) => id);
  const agents = names.agents.map((username, index): Person => {
    const from = index * STATIONS_EACH;
    return { username, role: 'agent', stations: named.slice(from, from + STATIONS_EACH) };
  });
  return {
    people: [
      { username: names.admin, role: 'admin', stations: [] },
      ...names.editors.map((username): Person => ({ username, role: 'editor', stations: [] })),
      { username: names.dispatcher, role: 'dispatcher', stations: [] },
      ...agents,
    ],
    stations: [
      ...agents.flatMap((agent) => agent.stations),
      ...elsewhere(stations, named.slice(0, STATIONS_EACH * names.agents.length)),
    ],
  };
}

/** The first station of each district in which nobody works yet. */
function elsewhere(stations: PublishedDirectory['stations'], taken: readonly string[]): string[] {
  const known = new Set(stations.filter(({ id }) => taken.includes(id)).map(({ district }) => district.value));
  const first = new Map(
    stations
      .filter(({ name, district }) => name.value !== null && district.value !== null && !known.has(district.value))
      .toReversed()
      .map(({ id, district }) => [district.value, id]),
  );
  return [...first.values()].toReversed().slice(0, OTHERS);
}

/** Letters and digits that nobody takes for another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that can be typed from a console, of some 59 bits: `k7mp-2xqd-wn4e`. */
export function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group()].join('-');
}

/** Makes the accounts with one password, as if everybody had just opened their link and signed in. */
export async function addPeople(
  desk: Desk,
  directory: string,
  people: readonly Person[],
  password: string,
  now: Date,
): Promise<void> {
  for (const { username, role, stations } of people) {
    const assigned = stations.map((station) => ({ directory, station }));
    const { token } = await addStaff(
      desk,
      { username, isOwner: role === 'admin', roles: { [directory]: role }, stations: assigned },
      now,
    );
    const redeemed = await redeemLink(desk, token, { username, password, again: password }, now);
    if (!redeemed.ok) throw new Error(`The account ${username} could not be made: ${redeemed.code}`);
    const { id } = await requireStaff(desk, username);
    await desk.store.posts.noteSignIn(id, now.toISOString());
  }
}
