import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { expect, it } from 'vitest';
import type { OracleAnswer, OracleCase } from '../../test/office-oracle.ts';
import { Random } from '../../test/random.ts';
import { type OfficeTimes, officeCalendar } from './calendar.ts';
import { addDays, instantOf, weekday } from './days.ts';
import { type Hours, hoursOf, type Period } from './hours.ts';
import type { SpecialDay } from './special-days.ts';
import { addServiceMinutes, serviceMinutes } from './working-time.ts';

/** Office hours against another implementation of them (npm `opening_hours`), on random weeks with random special days. */

const WEEKS = 100;
const INSTANTS = 100;
/** Each office is asked about one of them: with fewer rules the other implementation is quicker. */
const YEARS = [2025, 2026, 2027, 2028] as const;

const numbers = new Random(20_261_201);
const random = () => numbers.next();
const upTo = (most: number) => Math.floor(random() * (most + 1));
const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Up to so many periods that do not touch, by the minute; the last may end the day. */
function somePeriods(most: number): Period[] {
  const ends = new Set(Array.from({ length: 2 * upTo(most) }, () => upTo(1440)));
  const times = [...ends].toSorted((a, b) => a - b);
  const pairs = Array.from({ length: Math.floor(times.length / 2) }, (_, at) => [times[2 * at], times[2 * at + 1]]);
  return pairs.map(([from = 0, to = 0]) => ({ from: time(from), to: time(to) }));
}

function someWeek(): Period[][] {
  const usual = somePeriods(4);
  return Array.from({ length: 7 }, (_, day) => {
    if (day < 5) return random() < 0.8 ? usual : somePeriods(4);
    return random() < 0.5 ? [] : somePeriods(2);
  });
}

function someDays(year: number): SpecialDay[] {
  const days: SpecialDay[] = [];
  for (let day = addDays(`${year}-01-01`, upTo(60)); day < `${year + 1}-03`; day = addDays(day, 1 + upTo(120))) {
    const to = addDays(day, random() < 0.6 ? 0 : upTo(30));
    const own = somePeriods(3);
    const hours = random() < 0.4 ? 'off' : random() < 0.5 || own.length === 0 ? 'usual' : own;
    days.push({ from: day, to, hours, delivery: true, note: null });
    day = to;
  }
  return days;
}

const NAMES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const date = (day: string) => `${day.slice(0, 4)} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(8)}`;
const open = (periods: readonly Period[]) =>
  periods.length === 0 ? 'off' : periods.map(({ from, to }) => `${from}-${to}`).join(',');
const span = ({ from, to }: { from: string; to: string }) => (from === to ? date(from) : `${date(from)}-${date(to)}`);

/** Days in order, those that follow each other together. */
function runsOf(days: readonly string[]): { from: string; to: string }[] {
  const runs: { from: string; to: string }[] = [];
  for (const day of days.toSorted()) {
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}
const eachDay = ({ from, to }: SpecialDay) => {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** What is worked on a day out of turn, said anew. */
function usualOn(week: Period[][], day: string): Period[] {
  const index = (weekday(day) + 6) % 7;
  const own = week[index > 4 ? 0 : index] ?? [];
  return own.length > 0 ? own : (week.find((periods) => periods.length > 0) ?? []);
}

/** The same office in the syntax of OpenStreetMap: of its rules a later one goes before the earlier ones. */
function ruleOf(week: Period[][], special: readonly SpecialDay[], year: number): string {
  const years = [year, year + 1];
  const isAsked = (day: string) => years.includes(Number(day.slice(0, 4)));
  const law = years
    .filter((one) => one > 2026)
    .flatMap((one) => ['Jan 01', 'May 01-02', 'Oct 01-03'].map((days) => `${one} ${days} off`));
  const holidays = Object.keys(published.holidays).filter(isAsked);
  const makeUps = Object.keys(published.workdays).filter(isAsked);
  return [
    ...week.map((periods, day) => `${NAMES[day]} ${open(periods)}`),
    ...law,
    ...runsOf(holidays).map((run) => `${span(run)} off`),
    ...makeUps.map((day) => `${date(day)} ${open(usualOn(week, day))}`),
    ...special.flatMap((one) => {
      if (one.hours === 'usual') return eachDay(one).map((day) => `${date(day)} ${open(usualOn(week, day))}`);
      return [`${span(one)} ${open(one.hours === 'off' ? [] : one.hours)}`];
    }),
  ].join('; ');
}

const someInstant = (year: number) => ({
  at: new Date(Date.parse(instantOf(addDays(`${year}-01-01`, upTo(364)), '00:00')) + upTo(1439) * 60_000).toISOString(),
  minutes: 1 + upTo(random() < 0.5 ? 300 : 2000),
});

interface Office {
  times: OfficeTimes;
  oracle: OracleCase;
}

function someOffice(_: unknown, index: number): Office {
  const year = YEARS[index % YEARS.length] ?? YEARS[0];
  let week = someWeek();
  while (week.every((periods) => periods.length === 0)) week = someWeek();
  const hours: Hours = hoursOf(week);
  const specialDays = someDays(year);
  const asked = Array.from({ length: INSTANTS }, () => someInstant(year));
  return { times: { hours, specialDays }, oracle: { rule: ruleOf(week, specialDays, year), asked } };
}

/** What another implementation says, in a process whose zone is China's. */
function ask(cases: readonly OracleCase[]): OracleAnswer[][] {
  const folder = mkdtempSync(join(tmpdir(), 'baoda-oracle-'));
  const file = join(folder, 'cases.json');
  writeFileSync(file, JSON.stringify(cases));
  const env = { ...process.env, TZ: 'Asia/Shanghai' };
  const said = execFileSync(process.execPath, ['test/office-oracle.ts', file], { env, maxBuffer: 1 << 26 });
  rmSync(folder, { recursive: true });
  return JSON.parse(said.toString()) as OracleAnswer[][];
}

it('says of 10,000 random instants whether an office is open, and when so many minutes of it are over', () => {
  const offices = Array.from({ length: WEEKS }, someOffice);
  const said = ask(offices.map(({ oracle }) => oracle));
  // This process is somewhere else: days and hours must be China's all the same.
  process.env.TZ = 'America/Los_Angeles';
  expect(new Date('2026-12-01T00:00:00Z').getHours()).toBe(16);
  let asked = 0;
  for (const [index, { times, oracle }] of offices.entries()) {
    const calendar = officeCalendar(times);
    const answers = oracle.asked.map(({ at, minutes }): OracleAnswer => {
      const next = new Date(Date.parse(at) + 60_000).toISOString();
      const later = addServiceMinutes(at, minutes, calendar)?.at ?? null;
      return { open: serviceMinutes(at, next, calendar) === 1, later };
    });
    expect({ office: index, answers }).toEqual({ office: index, answers: said[index] });
    asked += answers.length;
  }
  expect(asked).toBe(10_000);
  const all = said.flat();
  expect(all.filter((answer) => answer.open).length).toBeGreaterThan(1000);
  expect(all.filter((answer) => answer.later !== null).length).toBeGreaterThan(9000);
}, 240_000);
