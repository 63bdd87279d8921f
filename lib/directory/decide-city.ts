import { z } from 'zod';
import { planOf } from '../text/numbering-plan.ts';
import { readsLikePhone } from '../text/phone-like.ts';
import { isBlank, isDisguised, trimTyped } from '../text/typed-text.ts';
import { printedFact, shownFact } from './city-facts.ts';
import {
  blankRow,
  type Decided,
  type DecisionContext,
  type ReasonProblem,
  reasonProblems,
  withApproval,
} from './decide.ts';
import { CITY_FACTS, type NewDecision } from './decision.ts';
import { LIMITS, LONGEST_FACT } from './decision-limits.ts';
import { CHECK_METHODS, type Edition } from './records.ts';

/** What an admin changes of a city, or of its notice as a whole. Each change is a row of the history of its own. */

export const cityChangeSchema = z.object({
  field: z.enum([...CITY_FACTS, 'short_code']),
  /** Of the city line: whether it was found right; `value` is nothing then. */
  isCheck: z.boolean(),
  value: z.string().max(2000),
  /** Of a number, how it was established; of words null. */
  how: z.enum(CHECK_METHODS).nullable(),
  reason: z.string(),
});
export type CityChange = z.infer<typeof cityChangeSchema>;

export type CityChangeCode =
  | ReasonProblem['code']
  | 'value.missing'
  | 'value.too_long'
  | 'value.control_char'
  | 'value.same'
  | 'value.waiting'
  | 'text.number'
  | 'line.not_callable'
  | 'day.wrong'
  | 'code.wrong'
  | 'how.missing';
export interface CityProblem {
  field: CityChange['field'];
  part: 'value' | 'how' | 'reason';
  code: CityChangeCode;
}

type Read = { value: string } | { code: CityChangeCode };

/** @param printed the notice as it is printed, before any decision */
export function decideCity(change: CityChange, printed: Edition, context: DecisionContext): Decided<CityProblem> {
  const { field, isCheck, how, reason } = change;
  const { facts } = context.directory;
  const read = isCheck ? { value: facts.cityLine.tel } : readChange(change, context);
  const waits = context.pending.some((row) => row.field === field && field !== 'short_code');
  const isNumber = field === 'city_line' || field === 'short_code';
  const problem = (part: CityProblem['part'], code: CityChangeCode): CityProblem => ({ field, part, code });
  const problems = [
    ...(waits ? [problem('value', 'value.waiting')] : 'code' in read ? [problem('value', read.code)] : []),
    ...(isNumber && how === null ? [problem('how', 'how.missing')] : []),
    ...reasonProblems(reason).map(({ code }) => problem('reason', code)),
  ];
  if (problems.length > 0 || 'code' in read) return { ok: false, problems };
  const row: NewDecision = {
    ...blankRow(context),
    ...{ field, how: isNumber ? how : null, reason: reason.trim(), after: read.value },
    ...(field === 'short_code'
      ? { action: 'add_short_code' }
      : {
          action: isCheck ? 'check' : 'correct',
          before: shownFact(field, facts),
          printed: printedFact(field, printed),
        }),
  };
  return { ok: true, row: withApproval(context, row) };
}

function readChange({ field, value }: CityChange, context: DecisionContext): Read {
  const { facts, service } = context.directory;
  const typed = trimTyped(value);
  if (isBlank(typed)) return { code: 'value.missing' };
  if (isDisguised(typed, false)) return { code: 'value.control_char' };
  switch (field) {
    case 'city_line':
      return readLine(typed, facts, context);
    case 'short_code':
      if (!isShortCode(typed, facts.country)) return { code: 'code.wrong' };
      return service.shortCodes.includes(typed) || waitsFor(typed, context) ? { code: 'value.same' } : { value: typed };
    case 'from':
      if (!z.iso.date().safeParse(typed).success || !isLikely(typed, context.at)) return { code: 'day.wrong' };
      break;
    default:
      if ([...typed].length > LONGEST_FACT[field]) return { code: 'value.too_long' };
      if (readsLikePhone(typed)) return { code: 'text.number' };
  }
  return typed === shownFact(field, facts) ? { code: 'value.same' } : { value: typed };
}

/** A notice is of this age of papers, and not of the year after the next. */
const isLikely = (day: string, now: string) =>
  day >= '1950-01-01' && Number(day.slice(0, 4)) <= Number(now.slice(0, 4)) + 1;

const waitsFor = (code: string, { pending }: DecisionContext) =>
  pending.some(({ field, after }) => field === 'short_code' && after === code);

/** The city line is called from everywhere: neither a short code nor a number behind which somebody has to dial on. */
function readLine(typed: string, { cityLine }: Edition, { readNumber }: DecisionContext): Read {
  if (typed.length > LIMITS.value) return { code: 'value.too_long' };
  const tel = readNumber(typed)?.tel ?? '';
  if (!/^tel:\+\d+$/.test(tel)) return { code: 'line.not_callable' };
  return tel === cityLine.tel ? { code: 'value.same' } : { value: tel };
}

/** In a country of which nothing is known about them, a few digits. */
const isShortCode = (typed: string, country: string): boolean =>
  /^\d{3,6}$/.test(typed) && (planOf(country)?.shortCode.test(typed) ?? true);
