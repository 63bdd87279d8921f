/**
 * What length and first digits tell of a country's numbers. For a country without such a plan only the metadata speaks
 * (`plan.ts`): a number is valid there or it is not, and nobody says how many digits it lacks.
 */
export interface NumberingPlan {
  callingCode: string;
  /** How a mobile number begins, and how many digits it has. */
  mobile: RegExp;
  mobileLength: number;
  /** Operators hand out mobile numbers in blocks that share so many first digits. */
  mobileBlock: number;
  /** Services of the whole country, complete without an area code. */
  service: RegExp;
  /** How those begin that people group (400-820-0001), and how many digits they have. */
  serviceStart: RegExp;
  serviceLength: number;
  /** Services that are only dialled as they stand, or behind an area code. */
  shortCode: RegExp;
  /** An area code alone, as dialled inside the country, and in front of a local number. */
  areaCode: RegExp;
  area: RegExp;
  /** How a local number begins. */
  local: RegExp;
}

/** Mainland China (YD/T 2000): area codes are 010, 02x or four digits, mobile numbers need none. */
export const MAINLAND: NumberingPlan = {
  callingCode: '86',
  mobile: /^1[3-9]/,
  mobileLength: 11,
  mobileBlock: 7,
  service: /^(?:[48]00\d{7}|950\d{7,8})$/,
  serviceStart: /^[48]00/,
  serviceLength: 10,
  shortCode: /^(?:1[0-2]\d{1,4}|95\d{3,6}|96\d{3,4})$/,
  areaCode: /^0\d{2,3}$/,
  area: /^(0(?:10|2\d|[3-9]\d\d))(\d*)$/,
  local: /^[2-8]/,
};

const PLANS: Readonly<Record<string, NumberingPlan>> = { CN: MAINLAND };

/** The plan of a country; null where numbers are only judged by their metadata. */
export const planOf = (country: string): NumberingPlan | null => PLANS[country] ?? null;

/** Whether the digits begin as a mobile number and lack so many; 0: a whole one. */
export const lacksDigits = (plan: NumberingPlan, digits: string, lacking: number): boolean =>
  plan.mobile.test(digits) && /^\d+$/.test(digits) && digits.length + lacking === plan.mobileLength;
