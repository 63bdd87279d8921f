import { dayOf } from '../reports/days.ts';
import type { Decision } from './decision.ts';
import { phoneFlag, phoneFlagId } from './phone-flags.ts';
import { STATUS_AFTER } from './publish.ts';
import type { DirectoryTables, Flag, Phone } from './records.ts';

/** Calls that nobody took: they change nothing, but are counted until somebody establishes something of the number. */

/** On so many different days before it is a doubt. */
const DAYS = 3;

/** What ends the counting: somebody has found out what the number is. */
export const ESTABLISHES: ReadonlySet<Decision['action']> = new Set(['check', 'confirm', 'correct', 'add_phone']);

/**
 * When calls were not taken since the number was last established, oldest first, by what is dialled: a number that two
 * stations share rings at both.
 *
 * @param decisions those in force, oldest first
 */
export function callsInVain(phones: readonly Phone[], decisions: readonly Decision[]): ReadonlyMap<string, string[]> {
  const telOf = new Map(phones.map(({ id, tel }) => [id, tel]));
  const found = new Map<string, string[]>();
  for (const { action, phone, at } of decisions) {
    const tel = telOf.get(phone ?? '') ?? null;
    if (tel === null) continue;
    if (action === 'unanswered') found.set(tel, [...(found.get(tel) ?? []), at]);
    else if (ESTABLISHES.has(action)) found.delete(tel);
  }
  return found;
}

/** The days in China of these moments, each once. */
export const daysOf = (moments: readonly string[]): string[] => [...new Set(moments.map(dayOf))];

/**
 * Adds a flag to each number that was called in vain on three days, for the desk. Readers do not see it: that nobody was
 * there says nothing about the number. Once staff have concluded something about it, it takes three more days.
 *
 * @param decisions those in force, oldest first
 * @param pending proposals that wait for a second person
 * @param say puts the days into words
 */
export function withUnanswered(
  tables: DirectoryTables,
  decisions: readonly Decision[],
  pending: readonly Decision[],
  say: (days: readonly string[]) => string[],
): DirectoryTables {
  const inVain = callsInVain(tables.phones, decisions);
  const waiting = new Set(pending.map(({ phone }) => phone));
  const flags = tables.phones.flatMap((phone): Flag[] => {
    const moments = inVain.get(phone.tel ?? '') ?? [];
    if (daysOf(moments).length < DAYS) return [];
    const last = decisions.findLast(({ flag }) => flag === phoneFlagId('unanswered', phone.id));
    const isFresh = last === undefined || daysOf(moments.filter((at) => at > last.at)).length >= DAYS;
    const settled = isFresh ? 'open' : (STATUS_AFTER[last.action] ?? 'open');
    const status = waiting.has(phone.id) ? 'in_verification' : settled;
    const suggestion = { action: 'ask_station', confidence: 'low' } as const;
    return [phoneFlag('unanswered', phone, { evidence: say(daysOf(moments)), suggestion, status })];
  });
  return flags.length === 0 ? tables : { ...tables, flags: [...tables.flags, ...flags] };
}
