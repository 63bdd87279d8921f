import { isBlank, isDisguised, trimTyped } from '../text/typed-text.ts';
import { addDays } from './days.ts';
import { type Period, periodsFault } from './hours.ts';
import { DAY_HOURS, OWN } from './office-fields.ts';
import { daySchema, SPECIAL_DAYS, type SpecialDay, sharesDay } from './special-days.ts';
import { endOfPeriodSchema, timeOfDaySchema, typedTime } from './time-of-day.ts';
import { type PeriodFaults, readPeriods } from './typed-week.ts';

/** Special days as an admin typed them: one in a form, or many, a line each. */

export type DayFault =
  | 'day'
  | 'end_earlier'
  | 'too_long'
  | 'hours_needed'
  | 'periods_needed'
  | 'note_long'
  | 'note_signs';
export type DayRead =
  | { ok: true; day: SpecialDay }
  | { ok: false; faults: Record<string, DayFault>; periods: PeriodFaults };

const DATE = /^(\d{4})[-/.\p{sc=Han}](\d{1,2})[-/.\p{sc=Han}](\d{1,2})\p{sc=Han}?$/u;

/** `2027-02-05` of itself, `2027/2/5` and with the words for year, month and day; undefined where there is no such day. */
function typedDay(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(text.normalize('NFKC').trim()) ?? [];
  return daySchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data;
}

function rangeFault(from: string, to: string): 'end_earlier' | 'too_long' | undefined {
  if (to < from) return 'end_earlier';
  return to > addDays(from, SPECIAL_DAYS.range - 1) ? 'too_long' : undefined;
}

function noteFault(note: string): 'note_long' | 'note_signs' | undefined {
  if (note.length > SPECIAL_DAYS.note) return 'note_long';
  return isDisguised(note, false) ? 'note_signs' : undefined;
}

const noteOf = (text: string) => (isBlank(text) ? null : trimTyped(text));

/** One day, or some that follow each other, from the fields of its form. Every wrong field is named at once. */
export function readDay(typed: (name: string) => string, delivery: boolean): DayRead {
  const faults: Record<string, DayFault> = {};
  const from = typedDay(typed('from'));
  const to = typed('to').trim() === '' ? from : typedDay(typed('to'));
  if (from === undefined) faults.from = 'day';
  const until = to === undefined ? 'day' : from && rangeFault(from, to);
  if (until && typed('to').trim() !== '') faults.to = until;
  const said = DAY_HOURS.find((one) => one === typed('hours'));
  if (said === undefined) faults.hours = 'hours_needed';
  const own = said === 'own' ? readPeriods(OWN, typed) : null;
  if (own?.ok && own.periods.length === 0) faults.hours = 'periods_needed';
  const note = noteOf(typed('note'));
  const wrong = note && noteFault(note);
  if (wrong) faults.note = wrong;
  const periods = own && !own.ok ? own.faults : {};
  const isWrong = Object.keys(faults).length > 0 || Object.keys(periods).length > 0;
  if (isWrong || !from || !to || !said) return { ok: false, faults, periods };
  const hours = said === 'own' ? (own?.ok ? own.periods : []) : said;
  return { ok: true, day: { from, to, hours, delivery, note } };
}

/** The words of a line, each in as many forms as people write it. */
export interface LineWords {
  off: readonly string[];
  usual: readonly string[];
  noDelivery: readonly string[];
  /** Between the first day and the last. */
  to: readonly string[];
}

export type LineFault = DayFault | 'time' | 'end_not_later' | 'overlap' | 'two_hours' | 'said_twice';
export type LinesRead = { ok: true; days: SpecialDay[] } | { ok: false; faults: { line: number; fault: LineFault }[] };

/** So many lines and characters are read at once. */
export const LINES = { most: 200, characters: 10_000 } as const;

const escaped = (words: readonly string[]) => words.map((word) => RegExp.escape(word)).join('|');

/** The first day and the last, of as many words at the begin of a line as make them; null where none do. */
function rangeOf(words: readonly string[], between: readonly string[]): { days: string[]; taken: number } | null {
  const split = new RegExp(`(?<=\\d\\p{sc=Han}?)\\s*(?:[~—–]+|--|${escaped(between)})\\s*(?=\\d{4})`, 'u');
  for (const taken of [3, 2, 1]) {
    const parts = words.slice(0, taken).join('').normalize('NFKC').split(split);
    if (parts.length <= 2 && parts.every((part) => DATE.test(part))) return { days: parts, taken };
  }
  return null;
}

/** `08:30-11:30`, several with a comma between; null where it is none of them. */
function periodsOf(word: string, between: readonly string[]): Period[] | null {
  const parts = word
    .normalize('NFKC')
    .split(/[,;、]/)
    .filter(Boolean);
  const read = parts.map((part) => part.split(new RegExp(`[-~—–]+|${escaped(between)}`, 'u')));
  if (read.length === 0 || !read.every((ends) => ends.length === 2)) return null;
  return read.map(([from = '', to = '']) => ({ from: typedTime(from), to: typedTime(to) }));
}

const looksLikeTime = (word: string) => /^\d{1,2}:/.test(word.normalize('NFKC'));

function periodFault(periods: readonly Period[]): LineFault | undefined {
  const isTime = ({ from, to }: Period) =>
    timeOfDaySchema.safeParse(from).success && endOfPeriodSchema.safeParse(to).success;
  if (!periods.every(isTime)) return 'time';
  const found = periodsFault(periods)?.fault;
  if (found === undefined) return undefined;
  return found === 'reversed' ? 'end_not_later' : 'overlap';
}

/** What follows the days of a line: how they are worked, whether papers are delivered, and a note. */
function readRest(words: readonly string[], known: LineWords): Omit<SpecialDay, 'from' | 'to'> | LineFault {
  const said: SpecialDay['hours'][] = [];
  const periods: Period[] = [];
  let delivery = true;
  let at = 0;
  for (; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (known.off.includes(word)) said.push('off');
    else if (known.usual.includes(word)) said.push('usual');
    else if (known.noDelivery.includes(word)) delivery = false;
    else if (looksLikeTime(word)) {
      const found = periodsOf(word, known.to);
      if (found === null) return 'time';
      periods.push(...found);
    } else break;
  }
  if (periods.length > 0) said.push(periods);
  const [hours, other] = said;
  if (hours === undefined) return 'hours_needed';
  if (other !== undefined) return 'two_hours';
  const note = noteOf(words.slice(at).join(' '));
  const wrong = periodFault(periods) ?? (note === null ? undefined : noteFault(note));
  if (wrong) return wrong;
  const own = periods.toSorted((a, b) => a.from.localeCompare(b.from));
  return { hours: typeof hours === 'string' ? hours : own, delivery, note };
}

function readLine(line: string, known: LineWords): SpecialDay | LineFault {
  const words = line.trim().split(/\s+/);
  const range = rangeOf(words, known.to);
  const [from, to] = range ? range.days.map(typedDay) : [];
  if (!range || from === undefined) return 'day';
  const last = range.days.length === 2 ? to : from;
  if (last === undefined) return 'day';
  const rest = readRest(words.slice(range.taken), known);
  const wrong = rangeFault(from, last) ?? (typeof rest === 'string' ? rest : undefined);
  if (wrong || typeof rest === 'string') return wrong ?? 'day';
  return { from, to: last, ...rest };
}

/** Many days, a line each, blank ones left out: all of them, or what is wrong with which lines. */
export function readLines(text: string, known: LineWords): LinesRead {
  const faults: { line: number; fault: LineFault }[] = [];
  const days: SpecialDay[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line, known);
    if (typeof read === 'string') faults.push({ line: index + 1, fault: read });
    else if (days.some((day) => sharesDay(day, read))) faults.push({ line: index + 1, fault: 'said_twice' });
    else days.push(read);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, days };
}
