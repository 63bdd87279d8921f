import { DAY_HOURS } from '#lib/reports/office-fields.ts';
import { daySchema, type SpecialDay } from '#lib/reports/special-days.ts';
import { LINES, readDay, readLines } from '#lib/reports/typed-days.ts';
import { readWeek } from '#lib/reports/typed-week.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { conflict, done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import {
  addSpecialDays,
  type DaysProblem,
  type DaysSaved,
  removeSpecialDay,
  replaceSpecialDay,
  saveOfficeHours,
  saveWholeYear,
} from '#lib/server/office-times.ts';
import { findService } from '#lib/server/services.ts';
import { shortTime } from '#lib/wording/desk.ts';
import { dayHoursText, daysText, LINE_WORDS, weekNow } from '#lib/wording/office.ts';
import { officeWords as words } from '#lib/wording/office-forms.ts';

/** What the forms of 时间和节假日 do. */

const whoOf = ({ staff }: Posted) => ({
  directory: staff.directory,
  by: staff.username,
  at: new Date().toISOString(),
});

function seenOf({ fields }: Posted): number {
  const seen = fieldOf(fields, 'seen');
  if (!/^\d{1,9}$/.test(seen)) throw new MalformedForm();
  return Number(seen);
}

/** What a colleague did in between; pressed once more it is done all the same. @param said how it stands by now */
const newer = (last: { seq: number; by: string; at: string }, said: string): Outcome =>
  conflict(words.conflict(last.by, shortTime(last.at)), { shown: { newer: { seen: String(last.seq), said } } });

const texts = <Fault extends string>(faults: Record<string, Fault>, said: Record<Fault, string>) =>
  Object.fromEntries(Object.entries<Fault>(faults).map(([name, fault]) => [name, said[fault]]));

/** The week of the office, and on which days papers are delivered. */
export async function setHours(posted: Posted): Promise<Outcome> {
  const { fields } = posted;
  const isCopied = fields.has('copy');
  const read = readWeek((name) => fieldOf(fields, name), isCopied);
  if (!read.ok) {
    const faults = texts(read.faults, words.faults.period);
    return refused(words.week.wrong(Object.keys(faults).length), faults);
  }
  const ticked = [...new Set(fields.getAll('delivery').map(Number))].sort((a, b) => a - b);
  if (!ticked.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)) throw new MalformedForm();
  const values = { hours: read.hours, deliveryDays: ticked.length > 0 ? ticked : null };
  const { store } = await getDesk();
  const saved = await saveOfficeHours(store, whoOf(posted), values, seenOf(posted));
  if (saved.saved) return done(isCopied ? words.week.copied : words.week.saved);
  const service = await findService(store, posted.staff.directory);
  return newer(saved.last, weekNow(service?.hours ?? null));
}

const lineText = (day: SpecialDay) => `${daysText(day)} ${dayHoursText(day, null)}${day.note ? ` ${day.note}` : ''}`;

const problemText = (problem: DaysProblem): string => {
  if (problem.code === 'taken') return words.days.taken(lineText(problem.by));
  return problem.code === 'full' ? words.days.full : words.days.gone;
};

/** What came of a change of the list. @param said where it was done @param now where a colleague was quicker */
function answer(saved: DaysSaved, said: string, now: string): Outcome {
  if (saved.saved) return done(said);
  if ('last' in saved) return newer(saved.last, now);
  const isOfDay = saved.problem.code === 'taken';
  return refused(problemText(saved.problem), isOfDay ? { from: problemText(saved.problem) } : {});
}

/** One more special day, or another in the place of one. */
export async function saveDays(posted: Posted): Promise<Outcome> {
  const { fields } = posted;
  const of = fieldOf(fields, 'of');
  const typed = (name: string) => fieldOf(fields, name);
  if (typed('hours') !== '' && !DAY_HOURS.some((one) => one === typed('hours'))) throw new MalformedForm();
  const read = readDay(typed, !fields.has('noDelivery'));
  if (!read.ok) {
    const faults = { ...texts(read.faults, words.faults.line), ...texts(read.periods, words.faults.period) };
    return refused(words.days.wrong(Object.keys(faults).length), faults);
  }
  const { store } = await getDesk();
  const { day } = read;
  if (of === 'new') {
    const saved = await addSpecialDays(store, whoOf(posted), [day]);
    return answer(saved, words.days.added(daysText(day)), words.days.now);
  }
  const saved = await replaceSpecialDay(store, whoOf(posted), { from: of, day }, seenOf(posted));
  return answer(saved, words.days.saved(daysText(day)), words.days.now);
}

/** Takes a special day away. */
export async function removeDays(posted: Posted): Promise<Outcome> {
  const of = fieldOf(posted.fields, 'of');
  if (!daySchema.safeParse(of).success) throw new MalformedForm();
  const { store } = await getDesk();
  const service = await findService(store, posted.staff.directory);
  const day = service?.specialDays?.find(({ from }) => from === of);
  const saved = await removeSpecialDay(store, whoOf(posted), of, seenOf(posted));
  return answer(saved, words.days.removed(daysText(day ?? { from: of, to: of })), words.days.nowRemove);
}

/** So many wrong lines are named. */
const NAMED = 20;

const wrongLines = (faults: readonly { line: number; said: string }[]): Outcome => {
  const named = faults.slice(0, NAMED).map(({ line, said }) => words.paste.line(line, said));
  const more = faults.length > NAMED ? [words.paste.more(faults.length - NAMED)] : [];
  return refused(words.paste.wrong(faults.length), { lines: [...named, ...more].join('\n') });
};

/** Many special days at once, a line each: all of them or none. */
export async function pasteDays(posted: Posted): Promise<Outcome> {
  const text = fieldOf(posted.fields, 'lines');
  const lines = text.split('\n');
  if (text.trim() === '') return refused(words.paste.none, { lines: words.paste.none });
  if (text.length > LINES.characters || lines.length > LINES.most)
    return refused(words.paste.long, { lines: words.paste.long });
  const read = readLines(text, LINE_WORDS);
  if (!read.ok) return wrongLines(read.faults.map(({ line, fault }) => ({ line, said: words.faults.line[fault] })));
  const { store } = await getDesk();
  const saved = await addSpecialDays(store, whoOf(posted), read.days);
  if (saved.saved || !('problem' in saved) || saved.problem.code !== 'taken')
    return answer(saved, words.paste.added(read.days.length), words.days.now);
  const written = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
  return wrongLines([{ line: written[saved.problem.at] ?? 1, said: problemText(saved.problem) }]);
}

/** Nobody is asked about a year further away. */
const YEARS_AWAY = 10;

/** All holidays of a year are entered, or not any more. */
export async function setWholeYear(posted: Posted): Promise<Outcome> {
  const year = fieldOf(posted.fields, 'of');
  const isNear = Math.abs(Number(year) - new Date().getUTCFullYear()) <= YEARS_AWAY;
  if (!/^2[01]\d\d$/.test(year) || !isNear) throw new MalformedForm();
  const isWhole = posted.fields.has('whole');
  const { store } = await getDesk();
  const saved = await saveWholeYear(store, whoOf(posted), { year: Number(year), isWhole }, seenOf(posted));
  return saved.saved ? done(words.year.saved(year, isWhole)) : newer(saved.last, words.year.now);
}
