import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright';
import { launchBrowser } from '../test/browser.ts';
import { makePlace } from '../test/made-city.ts';
import { type StartedServer, startServer, startServerAt } from '../test/server.ts';
import { formatTable, quantile } from './tables.ts';

/**
 * `npm run bench:keystroke [-- ROWS…]`: from a key to the new list on the screen, on a phone of a sixth of this machine's
 * speed, at the printed rows (0), the most that a phone searches by itself, and more; and what the page does once it has
 * loaded. The browser slows the page's own thread only: the worker runs at this machine's speed. What the machine itself
 * takes is measured beside it, in turns: from the same key to the next frame of the same page without its script.
 */
const SLOWDOWN = 6;
const SIZES = [0, 3000, 5000];
const MOST_MS = { printed: 150, made: 250 };
/** Fresh pages on which a key is pressed as soon as they have loaded. */
const VISITS = 8;
const TYPED = ['malanzi', 'mlz', '唐梨沟', '黑石礁', '8363', 'wangjia', '王家沟', '上海路', 'gupiao'];
/** Between two keys of somebody who looks for each. */
const BETWEEN_KEYS_MS = 300;
/** Long enough for everything that a page does by itself. */
const SETTLED_MS = 6000;
/** What Lighthouse counts of a task is what goes beyond this. */
const SHORT_TASK_MS = 50;

interface Noted {
  tasks: number[];
  /** From each key to its list. */
  lists: number[];
  /** From each key to the next frame. */
  frames: number[];
  pressed: number;
}
const notedOn = (page: Page) => page.evaluate(() => (globalThis as unknown as { noted: Noted }).noted);

/** Runs in every page: notes long tasks, and the time from a key to the frame after the list has changed. */
function watch(): void {
  const noted: Noted = { tasks: [], lists: [], frames: [], pressed: 0 };
  Object.assign(globalThis, { noted });
  const tasks = new PerformanceObserver((seen) => noted.tasks.push(...seen.getEntries().map((one) => one.duration)));
  tasks.observe({ type: 'longtask', buffered: true });
  // Behind the next frame: layout and paint are part of what is waited for; rows out of sight, drawn later, are not.
  const behindFrame = (then: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    requestAnimationFrame(() => port2.postMessage(null));
  };
  const pressed = ({ timeStamp }: Event) => {
    if (noted.pressed > 0) return;
    noted.pressed = timeStamp;
    behindFrame(() => noted.frames.push(performance.now() - timeStamp));
  };
  addEventListener('keydown', pressed, true);
  addEventListener('input', pressed, true); // characters of an input method come without a key
  const drawn = () => {
    const { pressed: since } = noted;
    if (since === 0) return;
    noted.pressed = 0;
    behindFrame(() => noted.lists.push(performance.now() - since));
  };
  addEventListener('DOMContentLoaded', () => {
    for (const place of document.querySelectorAll('#found, #advice'))
      new MutationObserver(drawn).observe(place, { childList: true });
  });
}

async function openPage(browser: Browser, address: string, isBare = false): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  if (isBare) await page.route('**/page.js', (route) => route.abort());
  await page.addInitScript(watch);
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(address, { waitUntil: 'load' });
  return page;
}

async function press(page: Page, char: string): Promise<void> {
  if (/[a-z0-9]/.test(char)) await page.keyboard.press(char);
  else await page.keyboard.insertText(char);
}

/** How long it took from what is done in the field to its list, or to the next frame. */
async function timeAfter(page: Page, act: () => Promise<void>, what: 'lists' | 'frames' = 'lists'): Promise<number> {
  const { length } = (await notedOn(page))[what];
  await act();
  const isThere = ({ kind, before }: { kind: 'lists' | 'frames'; before: number }) =>
    (globalThis as unknown as { noted: Noted }).noted[kind].length > before;
  await page.waitForFunction(isThere, { kind: what, before: length }, { polling: 20 });
  return (await notedOn(page))[what][length] ?? Number.NaN;
}

/** A key as soon as the page has loaded; of a bare page the time to its next frame. */
async function pressAtOnce(browser: Browser, address: string, isBare = false): Promise<number> {
  const page = await openPage(browser, address, isBare);
  await page.focus('#q');
  const time = await timeAfter(page, () => press(page, 'm'), isBare ? 'frames' : 'lists');
  await page.context().close();
  return time;
}

interface Typed {
  lists: number[];
  /** Back to the districts and stations. */
  cleared: number[];
  tasks: number[];
}

async function typeAll(browser: Browser, address: string): Promise<Typed> {
  const page = await openPage(browser, address);
  await pause(SETTLED_MS);
  const { tasks } = await notedOn(page);
  const lists: number[] = [];
  const cleared: number[] = [];
  await page.focus('#q');
  for (const query of TYPED) {
    for (const char of query) {
      await pause(BETWEEN_KEYS_MS);
      lists.push(await timeAfter(page, () => press(page, char)));
    }
    await pause(BETWEEN_KEYS_MS);
    cleared.push(await timeAfter(page, () => page.fill('#q', '')));
  }
  await page.context().close();
  return { lists, cleared, tasks };
}

const whole = (time: number) => String(Math.round(time));
const spread = (times: readonly number[]) =>
  [quantile(times, 0.5), quantile(times, 0.95), Math.max(...times)].map(whole);

async function measure(browser: Browser, rows: number): Promise<string[][]> {
  const server: StartedServer = rows === 0 ? startServer() : startServerAt(makePlace(rows));
  try {
    const address = `http://localhost:${await server.port()}/`;
    await pressAtOnce(browser, address); // warms the server up
    const typed = await typeAll(browser, address);
    const atOnce: number[] = [];
    const bare: number[] = [];
    for (let visit = 0; visit < VISITS; visit++) {
      atOnce.push(await pressAtOnce(browser, address));
      bare.push(await pressAtOnce(browser, address, true));
    }
    const beyond = typed.tasks.reduce((sum, task) => sum + Math.max(0, task - SHORT_TASK_MS), 0);
    const name = rows === 0 ? 'printed' : whole(rows);
    const most = whole(rows === 0 ? MOST_MS.printed : MOST_MS.made);
    return [
      [`${name}: typing`, whole(typed.lists.length), ...spread(typed.lists), most],
      [`${name}: clearing`, whole(typed.cleared.length), ...spread(typed.cleared), most],
      [`${name}: a key at once`, whole(atOnce.length), ...spread(atOnce), most],
      [`${name}: a frame at once, without script`, whole(bare.length), ...spread(bare), ''],
      [
        `${name}: tasks after load`,
        whole(typed.tasks.length),
        '',
        '',
        whole(Math.max(0, ...typed.tasks)),
        whole(beyond),
      ],
    ];
  } finally {
    server.process.kill('SIGTERM');
  }
}

const browser = await launchBrowser();
try {
  const rows: string[][] = [];
  const asked = process.argv.slice(2).map(Number);
  for (const size of asked.length > 0 ? asked : SIZES) rows.push(...(await measure(browser, size)));
  console.log(
    `Milliseconds, processor slowed ${SLOWDOWN} times; of tasks the last column is what goes beyond ${SHORT_TASK_MS} each.\n`,
  );
  console.log(formatTable(['rows', 'n', 'median', 'p95', 'worst', 'goal'], rows));
} finally {
  await browser.close();
}
