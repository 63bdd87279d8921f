/** A spreadsheet's number as it shows it, as far as that can be said without the spreadsheet. */

export interface NumberFormats {
  /** By the style of a cell: the code of its format, or null where it is a usual one. */
  codeOf: (style: number) => string | null;
  date1904: boolean;
}

/** Built-in formats of dates and times, those of East Asia among them. */
const isDateId = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
/** Stands for all of them. */
const DATE_CODE = 'yyyy-mm-dd';

export function formatCode(id: number, own: ReadonlyMap<number, string>): string | null {
  return own.get(id) ?? (isDateId(id) ? DATE_CODE : null);
}

const DAY = 86_400_000;
/** Day 0 of a sheet; the calendar of 1900 counts a day too many before March of that year. */
const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
const LAST_DAY = 2_958_465;
/** Numbers with more digits were rounded when they were stored. */
const MOST_DIGITS = 15;

/** Whole numbers stand with all their digits; what cannot be shown so stays as it is stored. */
export function formatNumber(stored: string, code: string | null, date1904: boolean): string {
  const value = Number(stored);
  if (!/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(stored) || !Number.isFinite(value)) return stored;
  if (code !== null && isDate(code) && value >= 1 && value <= LAST_DAY) return formatDate(value, date1904);
  if (!Number.isInteger(value)) return stored;
  const digits = String(Math.abs(value));
  if (digits.length > MOST_DIGITS || !/^\d+$/.test(digits)) return stored;
  const sign = AMOUNT.exec(code ?? '')?.[0] ?? '';
  const zeros = code !== null && /^0{2,20}$/.test(code) ? code.length : 0;
  return `${value < 0 ? '-' : ''}${digits.padStart(zeros, '0')}${sign}`;
}

/** A share or an amount of money is no number to dial: its sign stays with it. */
const AMOUNT = /[%¥￥$€£]/;

/** Whether a format shows a day: letters in quotation marks, colours and conditions aside. */
function isDate(code: string): boolean {
  const letters = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[yd]/i.test(letters) && !/[0#?]/.test(letters);
}

function formatDate(value: number, date1904: boolean): string {
  const at = new Date(EPOCH[date1904 ? 1904 : 1900] + Math.round(value * 1440) * (DAY / 1440));
  const [day = '', time = ''] = at.toISOString().split('T');
  return Number.isInteger(value) ? day : `${day} ${time.slice(0, 5)}`;
}
