import {
  callingCode,
  localLengths,
  type NumberKind,
  type PhoneContext,
  validNumber,
} from '../../directory/numbering.ts';
import { phoneWords } from '../../wording/normaliser.ts';
import type { PhoneIssue } from './issue.ts';

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

/** Mainland numbering, where length and first digits tell what a number is (YD/T 2000; mobiles have 11 digits). */
const CN = {
  mobile: /^1[3-9]/,
  mobileLength: 11,
  /** 400 and 800 numbers are complete without an area code. */
  service: /^[48]00\d{7}$/,
  shortCode: /^(?:1[0-2]\d{1,4}|9[56]\d{3,4})$/,
  /** Area codes: 010, 02x, or four digits. Local numbers begin with 2 to 8. */
  area: /^(0(?:10|2\d|[3-9]\d\d))(\d*)$/,
  local: /^[2-8]/,
};
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
  return context.country === 'CN' ? readMainland(national, context) : readElsewhere(national, context);
}

/** The digits as dialled inside the country: a printed country code taken off; null for another country's number. */
function nationalDigits(shape: string, digits: string, context: PhoneContext): string | null {
  const code = callingCode(context.country);
  const international = shape.startsWith('+') ? digits : digits.startsWith('00') ? digits.slice(2) : null;
  if (international !== null) {
    if (!international.startsWith(code)) return null;
    const rest = international.slice(code.length);
    return context.country === 'CN' ? withTrunk(rest) : rest;
  }
  // A bare country code is one only where what follows is complete: local numbers may begin with the same digits.
  const rest = digits.startsWith(code) ? digits.slice(code.length) : '';
  if (context.country !== 'CN' || rest === '') return digits;
  if (CN.mobile.test(rest) && rest.length === CN.mobileLength) return rest;
  return withoutTrunkZero(rest, context) ? `0${rest}` : digits;
}

const withTrunk = (rest: string) =>
  rest.startsWith('0') || CN.mobile.test(rest) || CN.service.test(rest) ? rest : `0${rest}`;

/** Whether the digits are the area code without its zero and a whole local number. */
function withoutTrunkZero(digits: string, context: PhoneContext): boolean {
  const area = context.areaCode?.replace(/^0/, '') ?? '';
  const local = area !== '' && digits.startsWith(area) ? digits.slice(area.length) : '';
  return CN.local.test(local) && localLengths(context).includes(local.length);
}

function readMainland(digits: string, context: PhoneContext): Read {
  if (CN.shortCode.test(digits)) return fails('phone.invalid', phoneWords.unknownShortCode);
  if (CN.mobile.test(digits)) return readMobile(digits, context);
  if (CN.service.test(digits)) return valid(digits, null, context);
  if (digits.startsWith('0')) return readWithAreaCode(digits, context);
  return readLocal(digits, context);
}

function readMobile(digits: string, context: PhoneContext): Read {
  const [has, full] = [digits.length, CN.mobileLength];
  if (has < full) return fails('phone.too_short', phoneWords.mobileShort(has, full));
  if (has > full) return fails('phone.too_long', phoneWords.mobileLong(has, full));
  return valid(digits, null, context);
}

function readWithAreaCode(digits: string, context: PhoneContext): Read {
  // 0 before a mobile was the trunk call of old; the number behind it is whole.
  if (CN.mobile.test(digits.slice(1)) && digits.length === CN.mobileLength + 1) return valid(digits, null, context);
  const [, area, local = ''] = CN.area.exec(digits) ?? [];
  if (area === undefined) return fails('phone.invalid', phoneWords.invalid);
  const lengths = localLengths({ ...context, areaCode: area });
  if (local.length < Math.min(...lengths)) return fails('phone.too_short', phoneWords.nationalShort(digits.length));
  if (local.length > Math.max(...lengths)) return fails('phone.too_long', phoneWords.nationalLong(digits.length));
  if (!CN.local.test(local)) return fails('phone.invalid', phoneWords.localStart);
  return valid(digits, 'printed', context);
}

function readLocal(digits: string, context: PhoneContext): Read {
  const lengths = localLengths(context);
  if (DATE_DIGITS.test(digits)) {
    const suspect: PhoneIssue = { rule: 'phone.precision_suspect', evidence: [phoneWords.date] };
    return fails('phone.invalid', phoneWords.date, [suspect]);
  }
  if (context.areaCode === null || lengths.length === 0) return readWithoutArea(digits);
  if (lengths.includes(digits.length)) {
    if (!CN.local.test(digits)) return fails('phone.invalid', phoneWords.localStart);
    const read = valid(context.areaCode + digits, 'notice', context);
    if (!('number' in read)) return read;
    const assumed: PhoneIssue = { rule: 'phone.area_code_assumed', evidence: [phoneWords.areaCode(context.areaCode)] };
    return { ...read, issues: [assumed] };
  }
  if (withoutTrunkZero(digits, context)) {
    const read = valid(`0${digits}`, 'printed', context);
    if (!('number' in read)) return read;
    return {
      ...read,
      issues: [{ rule: 'phone.precision_suspect', evidence: [phoneWords.lostZero(context.areaCode)] }],
    };
  }
  return digits.length < Math.max(...lengths)
    ? fails('phone.too_short', phoneWords.localShort(digits.length, lengths))
    : fails('phone.too_long', phoneWords.localLong(digits.length, lengths));
}

/** Local numbers have 7 or 8 digits; which of the two depends on the area code, and here there is none. */
function readWithoutArea(digits: string): Unreadable {
  if (digits.length < 7) return fails('phone.too_short', phoneWords.localShort(digits.length, [7, 8]));
  if (digits.length > 8) return fails('phone.too_long', phoneWords.localLong(digits.length, [7, 8]));
  return CN.local.test(digits)
    ? fails('phone.abbreviated', phoneWords.abbreviated)
    : fails('phone.invalid', phoneWords.localStart);
}

/** Other countries: valid as it stands, or with the area code before it. */
function readElsewhere(digits: string, context: PhoneContext): Read {
  const whole = validNumber(digits, context.country);
  const areaCodeFrom = whole?.kind === 'fixed_line' && context.areaCode !== null ? 'printed' : null;
  if (whole !== null) return { number: whole.e164, kind: whole.kind, areaCodeFrom, issues: [] };
  const local = context.areaCode === null ? null : validNumber(context.areaCode + digits, context.country);
  if (local === null) return fails('phone.invalid', phoneWords.invalid);
  const evidence = [phoneWords.areaCode(context.areaCode ?? '')];
  return {
    number: local.e164,
    kind: local.kind,
    areaCodeFrom: 'notice',
    issues: [{ rule: 'phone.area_code_assumed', evidence }],
  };
}

function valid(digits: string, areaCodeFrom: Readable['areaCodeFrom'], context: PhoneContext): Read {
  const found = validNumber(digits, context.country);
  if (found === null) return fails('phone.invalid', phoneWords.invalid);
  return { number: found.e164, kind: found.kind, areaCodeFrom, issues: [] };
}
