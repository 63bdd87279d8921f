import type { FlagRule } from '../../directory/flags.ts';
import {
  callingCode,
  localLengths,
  type NumberKind,
  type PhoneContext,
  validNumber,
} from '../../directory/numbering.ts';
import { lacksDigits, type NumberingPlan, planOf } from '../../text/numbering-plan.ts';
import { phoneWords } from '../../wording/normaliser.ts';

/** Something to say about a number; an error rule means that it cannot be called. */
export interface PhoneIssue {
  rule: Extract<FlagRule, `phone.${string}` | 'text.normalised'>;
  evidence: string[];
}
/** A number that can be called as it is printed; `number` is E.164, or the digits of a short code. */
interface Readable {
  number: string;
  kind: NumberKind;
  areaCodeFrom: 'printed' | 'notice' | null;
  issues: PhoneIssue[];
}
/** Why it cannot be called. `issues` holds the error first. */
interface Unreadable {
  rule: PhoneIssue['rule'];
  evidence: string;
  issues: PhoneIssue[];
}
export type Read = Readable | Unreadable;

const fails = (rule: PhoneIssue['rule'], evidence: string, more: PhoneIssue[] = []): Unreadable => ({
  rule,
  evidence,
  issues: [{ rule, evidence: [evidence] }, ...more],
});

const DATE_DIGITS = /^20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/**
 * Reads digits with punctuation among them as one number.
 *
 * @param shape digits, dashes, dots, perhaps a plus sign in front
 */
export function readDigits(shape: string, context: PhoneContext): Read {
  const digits = shape.replace(/\D/g, '');
  if (context.shortCodes.includes(digits)) {
    const issues: PhoneIssue[] = [{ rule: 'phone.short_code', evidence: [phoneWords.shortCode] }];
    return { number: digits, kind: 'short_code', areaCodeFrom: null, issues };
  }
  const national = nationalDigits(shape, digits, context);
  if (national === null) return fails('phone.invalid', phoneWords.foreign);
  const plan = planOf(context.country);
  return plan === null ? readByMetadata(national, context) : readByPlan(national, context, plan);
}

/** The digits as dialled inside the country: a printed country code taken off; null for another country's number. */
function nationalDigits(shape: string, digits: string, context: PhoneContext): string | null {
  const code = callingCode(context.country);
  const plan = planOf(context.country);
  const international = shape.startsWith('+') ? digits : digits.startsWith('00') ? digits.slice(2) : null;
  if (international !== null) {
    if (!international.startsWith(code)) return null;
    const rest = international.slice(code.length);
    return plan === null ? rest : withTrunk(rest, plan);
  }
  // A bare country code is one only where what follows is complete: local numbers may begin with the same digits.
  const rest = digits.startsWith(code) ? digits.slice(code.length) : '';
  if (plan === null || rest === '') return digits;
  if (lacksDigits(plan, rest, 0)) return rest;
  return withoutTrunkZero(rest, context, plan) ? `0${rest}` : digits;
}

const withTrunk = (rest: string, plan: NumberingPlan) =>
  rest.startsWith('0') || plan.mobile.test(rest) || plan.service.test(rest) ? rest : `0${rest}`;

/** Whether the digits are the area code without its zero and a whole local number. */
function withoutTrunkZero(digits: string, context: PhoneContext, plan: NumberingPlan): boolean {
  const area = context.areaCode?.replace(/^0/, '') ?? '';
  const local = area !== '' && digits.startsWith(area) ? digits.slice(area.length) : '';
  return plan.local.test(local) && localLengths(context).includes(local.length);
}

function readByPlan(digits: string, context: PhoneContext, plan: NumberingPlan): Read {
  if (plan.shortCode.test(digits)) return fails('phone.invalid', phoneWords.unknownShortCode);
  if (plan.mobile.test(digits)) return readMobile(digits, context, plan);
  if (plan.service.test(digits)) return valid(digits, null, context);
  if (digits.startsWith('0')) return readWithAreaCode(digits, context, plan);
  return readLocal(digits, context, plan);
}

function readMobile(digits: string, context: PhoneContext, plan: NumberingPlan): Read {
  const [has, full] = [digits.length, plan.mobileLength];
  if (has < full) return fails('phone.too_short', phoneWords.mobileShort(has, full));
  if (has > full) return fails('phone.too_long', phoneWords.mobileLong(has, full));
  return valid(digits, null, context);
}

function readWithAreaCode(digits: string, context: PhoneContext, plan: NumberingPlan): Read {
  // 0 before a mobile was the trunk call of old; the number behind it is whole.
  if (lacksDigits(plan, digits.slice(1), 0)) return valid(digits, null, context);
  const [, area, local = ''] = plan.area.exec(digits) ?? [];
  if (area === undefined) return fails('phone.invalid', phoneWords.invalid);
  const lengths = localLengths({ ...context, areaCode: area });
  if (local.length < Math.min(...lengths)) return fails('phone.too_short', phoneWords.nationalShort(digits.length));
  if (local.length > Math.max(...lengths)) return fails('phone.too_long', phoneWords.nationalLong(digits.length));
  if (!plan.local.test(local)) return fails('phone.invalid', phoneWords.localStart);
  return valid(digits, 'printed', context);
}

function readLocal(digits: string, context: PhoneContext, plan: NumberingPlan): Read {
  const lengths = localLengths(context);
  if (DATE_DIGITS.test(digits)) {
    const suspect: PhoneIssue = { rule: 'phone.precision_suspect', evidence: [phoneWords.date] };
    return fails('phone.invalid', phoneWords.date, [suspect]);
  }
  if (context.areaCode === null || lengths.length === 0) return readWithoutArea(digits, plan);
  if (lengths.includes(digits.length)) {
    if (!plan.local.test(digits)) return fails('phone.invalid', phoneWords.localStart);
    return withAreaCode(context.areaCode, digits, context);
  }
  if (withoutTrunkZero(digits, context, plan)) {
    const evidence = [phoneWords.lostZero(context.areaCode)];
    return valid(`0${digits}`, 'printed', context, [{ rule: 'phone.precision_suspect', evidence }]);
  }
  return digits.length < Math.max(...lengths)
    ? fails('phone.too_short', phoneWords.localShort(digits.length, lengths))
    : fails('phone.too_long', phoneWords.localLong(digits.length, lengths));
}

/** Local numbers have 7 or 8 digits; which of the two depends on the area code, and here there is none. */
function readWithoutArea(digits: string, plan: NumberingPlan): Unreadable {
  if (digits.length < 7) return fails('phone.too_short', phoneWords.localShort(digits.length, [7, 8]));
  if (digits.length > 8) return fails('phone.too_long', phoneWords.localLong(digits.length, [7, 8]));
  return plan.local.test(digits)
    ? fails('phone.abbreviated', phoneWords.abbreviated)
    : fails('phone.invalid', phoneWords.localStart);
}

/** Other countries: valid as it stands, or with the area code before it. */
function readByMetadata(digits: string, context: PhoneContext): Read {
  const whole = validNumber(digits, context.country);
  const areaCodeFrom = whole?.kind === 'fixed_line' && context.areaCode !== null ? 'printed' : null;
  if (whole !== null) return { number: whole.e164, kind: whole.kind, areaCodeFrom, issues: [] };
  if (context.areaCode === null) return fails('phone.invalid', phoneWords.invalid);
  return withAreaCode(context.areaCode, digits, context);
}

/** A local number with the area code of the table before it, which is said. */
const withAreaCode = (areaCode: string, digits: string, context: PhoneContext): Read =>
  valid(areaCode + digits, 'notice', context, [
    { rule: 'phone.area_code_assumed', evidence: [phoneWords.areaCode(areaCode)] },
  ]);

function valid(
  digits: string,
  areaCodeFrom: Readable['areaCodeFrom'],
  context: PhoneContext,
  issues: PhoneIssue[] = [],
): Read {
  const found = validNumber(digits, context.country);
  if (found === null) return fails('phone.invalid', phoneWords.invalid);
  return { number: found.e164, kind: found.kind, areaCodeFrom, issues };
}
