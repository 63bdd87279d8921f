import { z } from 'zod';
import { readsLikePhone } from '../text/phone-like.ts';
import { isBlank, trimTyped } from '../text/typed-text.ts';
import { blankRow, type Decided, type DecisionContext, type ReasonProblem, reasonProblems, UNSEEN } from './decide.ts';
import type { Decision } from './decision.ts';
import { ALIAS_LENGTH } from './decision-limits.ts';
import { nameKey } from './identities.ts';
import { findDivision } from './landmark.ts';
import { CHECK_METHODS, type Divisions, type PublishedDirectory, type Station } from './records.ts';

/** What a name consists of; other signs part names in the search's tables. */
const NAME_SIGNS = /^[\p{L}\p{M}\p{Zs}·•()（）'’.-]+$/u;

/** What an editor sends: another name of a station (也叫), or a place that lies in a division and may be one of several's. */
export const aliasInputSchema = z.object({
  /** The id of the station, or the code of the division. */
  station: z.string().max(200),
  alias: z.string().max(2000),
  how: z.enum(CHECK_METHODS).nullable(),
  reason: z.string(),
});
export type AliasInput = z.infer<typeof aliasInputSchema>;

/** What is wrong with it, by field; `lib/wording/places.ts` has the words. */
export type AliasProblem =
  | { field: 'station'; code: 'station.needed' }
  | {
      field: 'alias';
      code: 'alias.missing' | 'alias.length' | 'alias.unseen' | 'alias.digits' | 'alias.signs' | 'alias.own';
    }
  | { field: 'alias'; code: 'alias.taken'; station: string }
  | { field: 'how'; code: 'how.missing' }
  | ReasonProblem;

const namesOf = ({ name, aliases }: Station): string[] => (name.value === null ? aliases : [name.value, ...aliases]);

/** The stations that are found by exactly this name, whatever its width and case. */
export function stationsNamed({ stations }: Pick<PublishedDirectory, 'stations'>, name: string): Station[] {
  const key = nameKey(name);
  return stations.filter((station) => namesOf(station).some((one) => nameKey(one) === key));
}

/** Every name by which a station is found, for comparing many texts with them. */
export const nameKeysOf = ({ stations }: Pick<PublishedDirectory, 'stations'>): ReadonlySet<string> =>
  new Set(stations.flatMap((station) => namesOf(station).map(nameKey)));

/** The decision in force that made this alias or landmark, or null where it is printed or nobody's. */
export function findAliasDecision(decisions: readonly Decision[], alias: string): Decision | null {
  const key = nameKey(alias);
  const adds = ({ action }: Decision) => action === 'add_alias' || action === 'add_landmark';
  return decisions.findLast((one) => adds(one) && nameKey(one.after ?? '') === key) ?? null;
}

/** What is wrong with one more name of a station, or with the name of a place (`station` undefined). */
export function aliasProblem(
  alias: string,
  station: Station | undefined,
  directory: PublishedDirectory,
): (AliasProblem & { field: 'alias' }) | null {
  const problem = <Code extends Exclude<(AliasProblem & { field: 'alias' })['code'], 'alias.taken'>>(code: Code) =>
    ({ field: 'alias', code }) as const;
  if (isBlank(alias)) return problem('alias.missing');
  if (UNSEEN.test(alias)) return problem('alias.unseen');
  if (/\p{N}/u.test(alias) || readsLikePhone(alias)) return problem('alias.digits');
  if (!NAME_SIGNS.test(alias)) return problem('alias.signs');
  const { length } = [...alias];
  if (length < ALIAS_LENGTH.least || length > ALIAS_LENGTH.most) return problem('alias.length');
  const owners = stationsNamed(directory, alias);
  if (owners.some(({ id }) => id === station?.id)) return problem('alias.own');
  return owners[0] ? { field: 'alias', code: 'alias.taken', station: owners[0].id } : null;
}

/**
 * Turns what an editor sent into a row of the history, or says everything that is wrong with it at once.
 * @param divisions those of the city, in which a landmark may lie; null where it has none
 */
export function decideAlias(
  input: AliasInput,
  context: DecisionContext,
  divisions: Divisions | null,
): Decided<AliasProblem> {
  const { directory } = context;
  const station = directory.stations.find(({ id }) => id === input.station);
  const division = station ? null : findDivision(divisions, input.station);
  const alias = trimTyped(input.alias);
  const wrong = aliasProblem(alias, station, directory);
  const problems: AliasProblem[] = [
    ...(station || division ? [] : [{ field: 'station', code: 'station.needed' } as const]),
    ...(wrong ? [wrong] : []),
    ...(input.how === null ? [{ field: 'how', code: 'how.missing' } as const] : []),
    ...reasonProblems(input.reason),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const about = station
    ? ({ record: station.id, field: 'alias', action: 'add_alias', printed: station.name.printed } as const)
    : ({ record: input.station, field: 'landmark', action: 'add_landmark' } as const);
  const said = { how: input.how, after: alias, reason: input.reason.trim() };
  return { ok: true, row: { ...blankRow(context), ...about, ...said } };
}
