import { dayOf, instantOf, timeOf } from '#lib/reports/days.ts';
import { NOTICE_CAUSES, NOTICE_KINDS, NOTICE_SCOPES, type NoticeContent } from '#lib/reports/notices.ts';
import { noticeDeskWords as words } from '#lib/wording/notices.ts';

/** A notice as it stands in its form, finished or not. Moments are `YYYY-MM-DDTHH:MM` in China. */
export interface DraftNotice
  extends Record<'kind' | 'papers' | 'scope' | 'cause' | 'expected' | 'text' | 'from' | 'until' | 'office', string> {
  districts: readonly string[];
  stations: readonly string[];
}

/** What was typed, by the names of the fields. */
export function draftOf(typed: ReadonlyMap<string, readonly string[]>): DraftNotice {
  const one = (name: string) => typed.get(name)?.[0] ?? '';
  return {
    ...{ kind: one('kind'), papers: one('papers'), scope: one('scope'), cause: one('cause') },
    ...{ expected: one('expected'), text: one('text'), from: one('from'), until: one('until'), office: one('office') },
    ...{ districts: typed.get('district') ?? [], stations: typed.get('station') ?? [] },
  };
}

const MINUTE = 60_000;
/** For how long a notice is shown where nobody says otherwise: until noon, or, from mid-morning on, for three hours. */
const NOON = '12:00';
const LEAST_HOURS = 1.5;
const HOURS = 3;

/** An instant as a field for a moment in China has it. */
export const fieldMoment = (instant: string): string => `${dayOf(instant)}T${timeOf(instant)}`;

/** From now until noon, or for three hours, to the half hour. */
export function usualSpan(now: string): { from: string; until: string } {
  const noon = Date.parse(instantOf(dayOf(now), NOON));
  const soon = Date.parse(now) + HOURS * 60 * MINUTE;
  const half = Math.ceil(soon / (30 * MINUTE)) * 30 * MINUTE;
  const isMorning = noon - Date.parse(now) >= LEAST_HOURS * 60 * MINUTE;
  return { from: fieldMoment(now), until: fieldMoment(new Date(isMorning ? noon : half).toISOString()) };
}

function instantIn(moment: string): string | null {
  const [day = '', time = ''] = moment.split('T');
  return /^\d{4}-\d\d-\d\d$/.test(day) && /^\d\d:\d\d/.test(time) ? instantOf(day, time.slice(0, 5)) : null;
}

const among = <T extends string>(values: readonly T[], value: string): T | undefined =>
  values.find((one) => one === value);

/** What readers would be told of it as it stands: what is missing or wrong is said when it is sent. */
export function contentOf(
  draft: DraftNotice,
  names: Readonly<Record<'districts' | 'stations', ReadonlyMap<string, string>>>,
  now: string,
): NoticeContent {
  const scope = among(NOTICE_SCOPES, draft.scope) ?? 'city';
  const kind = among(NOTICE_KINDS, draft.kind) ?? 'late';
  const ids = scope === 'city' ? [] : draft[scope];
  const begin = instantIn(draft.from) ?? now;
  const from = begin > now ? begin : now;
  const until = instantIn(draft.until);
  const isTime = (kind === 'late' || kind === 'afternoon') && /^\d\d:\d\d/.test(draft.expected);
  return {
    ...{ kind, scope, from },
    papers: draft.papers.trim() || null,
    places: scope === 'city' ? [] : ids.map((id) => ({ id, name: names[scope].get(id) ?? id })),
    cause: among(NOTICE_CAUSES, draft.cause) ?? null,
    expected: isTime ? draft.expected.slice(0, 5) : null,
    text: draft.text.trim() || null,
    until: until !== null && until > from ? until : new Date(Date.parse(from) + 60 * MINUTE).toISOString(),
    office: draft.office.trim() || words.noOffice,
  };
}
