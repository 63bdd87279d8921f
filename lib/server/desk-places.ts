import { findAliasDecision, nameKeysOf } from '../directory/alias.ts';
import type { Decision } from '../directory/decision.ts';
import { effectiveDecisions } from '../directory/effective.ts';
import { nameKey } from '../directory/identities.ts';
import type { Divisions } from '../directory/records.ts';
import type { AskedPlace } from '../reports/asked-places.ts';
import { getDesk } from './desk.ts';
import { type DeskDirectory, findDeskDirectory } from './review.ts';
import type { Desk } from './staff.ts';

/** What readers asked for, and what stands of it now. */
export interface DeskPlace extends AskedPlace {
  /** The decision in force that made an alias or a landmark of it. */
  became: Decision | null;
  /** A station bears the name by now, whoever gave it. */
  isNamed: boolean;
}

/** Decisions of which the print is in force. */
function inForce({ history, lapsed }: DeskDirectory): Decision[] {
  const gone = new Set(lapsed.map(({ id }) => id));
  return effectiveDecisions(history).decisions.filter(({ id }) => !gone.has(id));
}

/** The decision in force that gave a station or a place this name. */
export const aliasDecision = (state: DeskDirectory, alias: string): Decision | null =>
  findAliasDecision(inForce(state), alias);

/** Whether nobody has dealt with it: an undone alias, and one that lapsed, is open again. */
export const isOpenPlace = ({ dismissed, became, isNamed }: DeskPlace): boolean =>
  dismissed === null && became === null && !isNamed;

/** A city's list, and the divisions in which a place may lie; null where it has none. */
export interface PlacesList {
  state: DeskDirectory;
  divisions: Divisions | null;
  places: DeskPlace[];
}

/** The list of a city, those that most readers asked for first; null for an unknown directory. */
export async function placesForDesk(desk: Desk, directory: string): Promise<PlacesList | null> {
  const [state, asked] = await Promise.all([
    findDeskDirectory(desk, directory),
    desk.store.askedPlaces.list(directory),
  ]);
  if (!state) return null;
  const { divisions } = state.directory.places;
  if (asked.length === 0) return { state, divisions, places: [] };
  const decisions = inForce(state);
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const named = nameKeysOf(state.directory);
  const places = asked.map((place): DeskPlace => {
    const became = byId.get(place.decision ?? '') ?? findAliasDecision(decisions, place.text);
    return { ...place, became, isNamed: named.has(nameKey(place.text)) };
  });
  return { state, divisions, places };
}

/** How many wait, for the bar. */
export async function countOpenPlaces(directory: string): Promise<number> {
  return (await placesForDesk(await getDesk(), directory))?.places.filter(isOpenPlace).length ?? 0;
}
