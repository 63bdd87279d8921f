import type { FlagRule } from '../../directory/flags.ts';
import {
  callingCode,
  hasTrunkZero,
  localLength,
  mayBeLocal,
  type NumberKind,
  offLength,
  type PhoneContext,
  validNumber,
  wrongLength,
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
  /** What it would be, where that can be told. */
  kind: NumberKind;
  issues: PhoneIssue[];
}
export type Read = Readable | Unreadable;

const fails = (rule: PhoneIssue['rule'], evidence: string, kind: NumberKind = 'unknown'): Unreadable => ({
  rule,
  evidence,
  kind,
  issues: [{ rule, evidence: [evidence] }],
});

const DATE_DIGITS = /^20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
/** No local number has more digits: what is longer begins with a code. */
const LONGEST_LOCAL = 8;
/** From so many digits on a country code in front is meant as one, also where no sign parts it from the rest. */
const SURELY_WITH_CODE = 11;

/** The digits as dialled inside the country, and whether a printed country code was taken off. */
interface National {
  digits: string;
  hadCode: boolean;
}

/**
 * Reads digits with punctuation among them as one number.
 *
 * @param body digits, spaces, dashes, dots, brackets, perhaps a plus sign in front
 */
export function readDigits(body: string, context: PhoneContext): Read {
  const all = body.replace(/\D/g, '');
  if (context.shortCodes.includes(all)) {
    const issues: PhoneIssue[] = [{ rule: 'phone.short_code/known', evidence: [phoneWords.shortCode] }];
    return { number: all, kind: 'service', areaCodeFrom: null, issues };
  }
  const plan = planOf(context.country);
  const national = nationalDigits(body, all, context);
  if (national === null) return readForeign(body, all, context, plan);
  const { digits, hadCode } = national;
  if (plan === null) return readByMetadata(digits, body, context);
  if (!hadCode) return readByPlan(digits, body, context, plan);
  return readBehindCode(digits, all, context, plan);
}

/** Another country's number, or one of this country's in front of which a spreadsheet put a plus sign. */
function readForeign(body: string, all: string, context: PhoneContext, plan: NumberingPlan | null): Unreadable {
  const signed = plan !== null && body.includes('+') && 'number' in readByPlan(all, all, context, plan);
  return signed ? fails('phone.precision_suspect/lost', phoneWords.sign) : fails('phone.invalid', phoneWords.foreign);
}

function readBehindCode(digits: string, all: string, context: PhoneContext, plan: NumberingPlan): Read {
  const bare = digits.replace(/^0/, '');
  if (!plan.mobile.test(bare) && (bare.length === LONGEST_LOCAL || bare.length === LONGEST_LOCAL - 1)) {
    return fails('phone.abbreviated', phoneWords.codeWithoutArea);
  }
  const read = readByPlan(digits, digits, context, plan);
  return 'number' in read ? read : fails(read.rule, phoneWords.withCountryCode(all.length, read.evidence), read.kind);
}

/** Null for another country's number. */
function nationalDigits(body: string, all: string, { country }: PhoneContext): National | null {
  const code = callingCode(country);
  const plan = planOf(country);
  const shape = body.replace(/[\s()]/g, '');
  const international = shape.startsWith('+') ? all.replace(/^00/, '') : all.startsWith('00') ? all.slice(2) : null;
  if (international !== null) {
    if (!international.startsWith(code)) return null;
    const rest = international.slice(code.length);
    return { digits: plan === null ? rest : withTrunk(rest, plan), hadCode: true };
  }
  const rest = all.startsWith(code) ? all.slice(code.length) : '';
  if (plan === null || rest === '') return { digits: all, hadCode: false };
  // A bare country code is one only behind which something complete follows, or what is too long to be a local number:
  // those may begin with the same digits.
  const national = withTrunk(rest, plan);
  const isWhole =
    lacksDigits(plan, rest, 0) || plan.service.test(rest) || wholeWithArea(national, country, plan) !== null;
  const isApart = new RegExp(`^\\(?${code}[\\s().-]`).test(body.trim()) && all.length > LONGEST_LOCAL;
  const hadCode = isWhole || isApart || all.length >= SURELY_WITH_CODE;
  return hadCode ? { digits: national, hadCode } : { digits: all, hadCode };
}

const withTrunk = (rest: string, plan: NumberingPlan) =>
  rest.startsWith('0') || plan.mobile.test(rest) || plan.serviceStart.test(rest) || plan.service.test(rest)
    ? rest
    : `0${rest}`;

/** The area code of a whole local number that stands behind it; null where it is none. */
function wholeWithArea(digits: string, country: string, plan: NumberingPlan): string | null {
  const [, area, local = ''] = plan.area.exec(digits) ?? [];
  if (area === undefined || !plan.local.test(local)) return null;
  return localLength(country, area) === local.length ? area : null;
}

function readByPlan(digits: string, body: string, context: PhoneContext, plan: NumberingPlan): Read {
  if (plan.shortCode.test(digits)) {
    return fails('phone.short_code/unlisted', phoneWords.unknownShortCode, 'service');
  }
  if (plan.mobile.test(digits)) return readMobile(digits, context, plan);
  if (plan.service.test(digits)) return valid(digits, null, context);
  if (NO_MOBILE.test(digits)) return fails('phone.invalid', phoneWords.noMobile(digits.slice(0, 2)));
  const wrong = readWrongService(digits, body, context, plan);
  if (wrong !== null) return wrong;
  if (digits.startsWith('0')) return readWithAreaCode(digits, context, plan);
  return readLocal(digits, context, plan);
}

/** As long as a mobile number, with a beginning that none has. */
const NO_MOBILE = /^1[0-2]\d{9}$/;

function readMobile(digits: string, context: PhoneContext, plan: NumberingPlan): Read {
  const [has, full] = [digits.length, plan.mobileLength];
  if (has < full) return fails('phone.too_short', phoneWords.mobileShort(has, full));
  if (has > full) return fails('phone.too_long', phoneWords.mobileLong(has, full));
  if (!ROUND.test(digits)) return valid(digits, null, context);
  return context.fromSpreadsheet
    ? fails('phone.precision_suspect/lost', phoneWords.roundedBySheet)
    : valid(digits, null, context, [{ rule: 'phone.precision_suspect/changed', evidence: [phoneWords.rounded] }]);
}

const ROUND = /0{5,}$/;

/** A service's number that lacks digits or has too many, told by how it is grouped or by a length no other number has. */
function readWrongService(
  digits: string,
  body: string,
  { country, areaCode }: PhoneContext,
  plan: NumberingPlan,
): Unreadable | null {
  const [start] = plan.serviceStart.exec(digits) ?? [];
  if (start === undefined) return null;
  const isGrouped = new RegExp(`^\\(?${start}[\\s).-]`).test(body.trim());
  const local = areaCode === null ? LONGEST_LOCAL : (localLength(country, areaCode) ?? LONGEST_LOCAL);
  if (!isGrouped && digits.length <= local) return null;
  const [has, full] = [digits.length, plan.serviceLength];
  return has < full
    ? fails('phone.too_short', phoneWords.serviceShort(start, has, full), 'service')
    : fails('phone.too_long', phoneWords.serviceLong(start, has, full), 'service');
}

function readWithAreaCode(digits: string, context: PhoneContext, plan: NumberingPlan): Read {
  // 0 before a mobile was the trunk call of old; the number behind it is whole.
  if (lacksDigits(plan, digits.slice(1), 0)) return readMobile(digits.slice(1), context, plan);
  const [, area, local = ''] = plan.area.exec(digits) ?? [];
  const length = area === undefined ? null : localLength(context.country, area);
  if (area === undefined || length === null) return fails('phone.invalid', phoneWords.unknownArea);
  if (plan.shortCode.test(local) && validNumber(digits, context.country) !== null) {
    return { ...valid(digits, 'printed', context, [IS_SERVICE]), kind: 'service' };
  }
  if (local.length < length) return fails('phone.too_short', phoneWords.areaShort(area, local.length, length));
  if (local.length > length) return fails('phone.too_long', phoneWords.areaLong(area, local.length, length));
  if (!plan.local.test(local)) return fails('phone.invalid', phoneWords.localStart);
  return valid(digits, 'printed', context);
}

function readLocal(digits: string, context: PhoneContext, plan: NumberingPlan): Read {
  const { country, areaCode } = context;
  if (DATE_DIGITS.test(digits)) return fails('phone.precision_suspect/lost', phoneWords.date);
  const length = areaCode === null ? null : localLength(country, areaCode);
  if (areaCode !== null && digits.length === length) {
    if (!plan.local.test(digits)) return fails('phone.invalid', phoneWords.localStart);
    return withAreaCode(areaCode, digits, context);
  }
  const area = wholeWithArea(`0${digits}`, country, plan);
  if (area !== null && area === areaCode) {
    const evidence = [phoneWords.lostZero(areaCode)];
    return valid(`0${digits}`, 'printed', context, [{ rule: 'phone.precision_suspect/changed', evidence }]);
  }
  if (area !== null) return fails('phone.precision_suspect/lost', phoneWords.lostZeroElsewhere(area));
  if (length === null) return readWithoutArea(digits, plan);
  return digits.length < length
    ? fails('phone.too_short', phoneWords.localShort(digits.length, [length]))
    : fails('phone.too_long', phoneWords.localLong(digits.length, [length]));
}

/** Local numbers have 7 or 8 digits; which of the two depends on the area code, and here there is none. */
function readWithoutArea(digits: string, plan: NumberingPlan): Unreadable {
  if (digits.length < 7) return fails('phone.too_short', phoneWords.localShort(digits.length, [7, 8]));
  if (digits.length > 8) return fails('phone.too_long', phoneWords.localLong(digits.length, [7, 8]));
  return plan.local.test(digits)
    ? fails('phone.abbreviated', phoneWords.abbreviated)
    : fails('phone.invalid', phoneWords.localStart);
}

/** Police, directory, the telephone company: in most countries they begin so. */
const SHORT_CODE = /^(?:1\d{2,3}|9\d{2})$/;

/** Other countries: valid as it stands, or with the area code before it. */
function readByMetadata(digits: string, body: string, context: PhoneContext): Read {
  const { country, areaCode } = context;
  if (DATE_DIGITS.test(digits)) return fails('phone.precision_suspect/lost', phoneWords.date);
  const whole = validNumber(digits, country);
  // Where people dial a zero in front of area codes, what begins without one is a local number first.
  const mayBeOfArea =
    areaCode !== null && !digits.startsWith('0') && whole?.kind !== 'service' && hasTrunkZero(country);
  const local = mayBeOfArea ? withAreaCode(areaCode, digits, context) : null;
  if (local !== null && 'number' in local && offLength(body, country) === 0) return local;
  if (SHORT_CODE.test(digits)) return fails('phone.short_code/unlisted', phoneWords.unknownShortCode, 'service');
  const off = whole === null ? 0 : offLength(body, country);
  if (off !== 0) {
    const wrong = off < 0 ? 'too_short' : 'too_long';
    return fails(`phone.${wrong}`, phoneWords.wrongLength[wrong]);
  }
  if (whole !== null) {
    const areaCodeFrom = whole.kind === 'fixed_line' && areaCode !== null ? 'printed' : null;
    return valid(digits, areaCodeFrom, context);
  }
  if (areaCode === null && mayBeLocal(digits, country)) return fails('phone.abbreviated', phoneWords.abbreviated);
  const isShort = digits.length <= LONGEST_LOCAL;
  const isLocal = areaCode !== null && isShort && !digits.startsWith('0') && !digits.startsWith(areaCode);
  const read = areaCode === null ? null : withAreaCode(areaCode, digits, context);
  if (read !== null && 'number' in read) return read;
  const wrong = wrongLength(isLocal ? areaCode + digits : digits, country);
  return wrong === null
    ? fails('phone.invalid', phoneWords.invalid)
    : fails(`phone.${wrong}`, phoneWords.wrongLength[wrong]);
}

/** A local number with the area code of the table before it, which is said. */
const withAreaCode = (areaCode: string, digits: string, context: PhoneContext): Read =>
  valid(areaCode + digits, 'notice', context, [
    { rule: 'phone.area_code_assumed', evidence: [phoneWords.areaCode(areaCode)] },
  ]);

const IS_SERVICE: PhoneIssue = { rule: 'phone.short_code/known', evidence: [phoneWords.service] };

function valid(
  digits: string,
  areaCodeFrom: Readable['areaCodeFrom'],
  context: PhoneContext,
  issues: PhoneIssue[] = [],
): Read {
  const found = validNumber(digits, context.country);
  if (found === null) return fails('phone.invalid', phoneWords.invalid);
  const all = found.kind === 'service' && !issues.includes(IS_SERVICE) ? [IS_SERVICE, ...issues] : issues;
  return { number: found.e164, kind: found.kind, areaCodeFrom, issues: all };
}
