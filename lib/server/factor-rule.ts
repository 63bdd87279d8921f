import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { listDirectories } from './directory-sources.ts';
import { type Posts, ROLES, type Role } from './staff.ts';

/** The key of the setting by which a city says who of its people must have a second factor. */
export const FACTOR_RULE = 'secondFactorRoles';

const ruleSchema = z.array(z.enum(ROLES)).catch([]);

/** The roles of a city that must have one. */
export async function readFactorRule({ settings }: Store, directory: string): Promise<Role[]> {
  return ruleSchema.parse((await settings.read(directory))[FACTOR_RULE]);
}

/** Those of all these cities that have one. */
export async function readFactorRules(
  { settings }: Store,
  cities: readonly string[],
): Promise<ReadonlyMap<string, readonly Role[]>> {
  const rules = [...(await settings.readEverywhere(FACTOR_RULE))].filter(([city]) => cities.includes(city));
  return new Map(rules.map(([city, rule]) => [city, ruleSchema.parse(rule)]));
}

/** Whether a second factor is asked of somebody as they are now. */
export const isFactorAskedOf = async (store: Store, posts: Pick<Posts, 'roles' | 'isOwner'>): Promise<boolean> =>
  mustHaveFactor(await readFactorRules(store, await listDirectories(store)), posts);

/**
 * Whether somebody must have a second factor: a city asks for it of their role there; or they own the deployment, and can
 * make themselves admin of a city that asks for it of its admins.
 */
export const mustHaveFactor = (
  rules: ReadonlyMap<string, readonly Role[]>,
  { roles, isOwner }: Pick<Posts, 'roles' | 'isOwner'>,
): boolean =>
  Object.entries(roles).some(([city, role]) => rules.get(city)?.includes(role)) ||
  (isOwner && [...rules.values()].some((rule) => rule.includes('admin')));
