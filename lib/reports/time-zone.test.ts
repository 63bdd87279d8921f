import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** Says all that depends on days and hours, for some years with holidays that are known and some without. */
const SCRIPT = `
  const { officeCalendar } = await import('./lib/reports/calendar.ts');
  const { addDays, dayOf, daysLater, instantOf, timeOf, weekday } = await import('./lib/reports/days.ts');
  const { promiseFor } = await import('./lib/reports/clocks.ts');
  const { longDate } = await import('./lib/wording/dates.ts');
  const { shortTime } = await import('./lib/wording/desk.ts');
  const { weekDay } = await import('./lib/wording/reports.ts');
  const service = {
    hours: [
      { days: [1, 2, 3, 4, 5], from: '08:00', to: '11:30' },
      { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' },
      { days: [6], from: '08:30', to: '24:00' },
    ],
    deliveryDays: [1, 3, 5, 7],
    specialDays: [
      { from: '2026-12-31', to: '2027-01-04', hours: 'off', delivery: false, note: null },
      { from: '2027-10-09', to: '2027-10-09', hours: 'usual', delivery: true, note: null },
    ],
    limits: { accept: 2, start: 4, resolve: 3 },
  };
  const calendar = officeCalendar(service);
  for (let day = '2024-12-30'; day < '2028-01-05'; day = addDays(day, 1)) {
    const at = daysLater(instantOf(day, '00:10'), Number(day.slice(8)) / 31.1);
    console.log(day, weekday(day), JSON.stringify(calendar.dayOf(day)), dayOf(at), timeOf(at),
      JSON.stringify(promiseFor(at, service, calendar)), longDate(at), shortTime(at), weekDay(day));
  }`;

const sayIn = async (TZ: string) => {
  const node = promisify(execFile)(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    env: { ...process.env, TZ },
    maxBuffer: 1 << 24,
  });
  return (await node).stdout;
};

it('says the same byte for byte in whatever zone the process runs', async () => {
  const zones = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/London'];
  const [here, ...elsewhere] = await Promise.all(zones.map(sayIn));
  expect(here?.split('\n')).toHaveLength(1102);
  expect(here).toContain(
    '2026-11-23 1 {"periods":[{"from":"08:00","to":"11:30"},{"from":"13:00","to":"17:00"}],"working":true',
  );
  for (const said of elsewhere) expect(said).toBe(here);
}, 30_000);

/** What asks the process's zone; `lib/island` runs on the phone, and says the day as the phone has it. */
const LOCAL = /\.(get|set)(Day|Date|Month|FullYear|Hours|Minutes)\(|\.toLocale(Date|Time)?String\(|new Date\(\d{4}, /;

it('nothing on the server asks in which zone it runs', () => {
  const files = globSync('{lib,app}/**/*.{ts,tsx}', { exclude: (path) => path.startsWith('lib/island') });
  const local = files.filter((file) => !file.endsWith('.test.ts') && LOCAL.test(readFileSync(file, 'utf8')));
  expect(files.length).toBeGreaterThan(300);
  expect(local).toEqual([]);
  expect(readFileSync('lib/island/offline-copy.ts', 'utf8')).toMatch(LOCAL);
});
