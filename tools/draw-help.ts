import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { paths } from '../lib/paths.ts';
import { boardWords } from '../lib/wording/board.ts';
import { demonstrationPeople as people } from '../lib/wording/demonstration.ts';
import { deskWords } from '../lib/wording/desk.ts';
import { deskReportWords as words } from '../lib/wording/desk-reports.ts';
import { HELP_PICTURES, HELP_SIZES, type HelpPicture, isOnPhone } from '../lib/wording/help/page.ts';
import { launchBrowser } from '../test/browser.ts';
import { startServer } from '../test/server.ts';

/**
 * `npm run help:pictures`: draws the pictures of help anew, of the desk as it is now. Starts the demonstration with a
 * store of its own, signs in as those whose pages they are, and writes `public/help/*.webp`. Run by hand when pages of
 * the desk look otherwise; builds and tests never run it.
 */
const FOLDER = 'public/help';
const MOST_BYTES = 90_000;
const MOST_TOGETHER = 700_000;
/** Sharp where it is shown half as large, and on paper. */
const SCALE = 1.25;

/** Whose page a picture shows, where it is, and what is done before it is drawn. */
interface Recipe {
  as: string;
  path: string;
  before?: (page: Page) => Promise<void>;
}

const agent = people.agents[0];
/** The second is asked for consent by the first, or the other way: whoever is asked shows the queue. */
const [first, editor] = people.editors;
const { dispatcher, admin } = people;
const openFirst = (page: Page) => page.locator('tbody tr th a').first().click();
/** Brings something to the top, below where a bar may stay in sight. */
const top = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      element.scrollIntoView({ block: 'start' });
      scrollBy(0, -12);
    });
const inProgress = `${paths.desk.reports}?state=in_progress`;

const RECIPES: Record<HelpPicture, Recipe> = {
  'agent-queue': { as: agent, path: paths.desk.reports, before: (page) => top(page, '.ticked-bar') },
  'agent-report': {
    as: agent,
    path: inProgress,
    before: async (page) => {
      await openFirst(page);
      await page.locator('.decision.step').waitFor();
      await page.getByText(words.step.resolved, { exact: true }).first().click();
      await page.locator('.phrases:visible button').first().click();
      await top(page, '.decision.step');
    },
  },
  'agent-order': {
    as: agent,
    path: inProgress,
    before: async (page) => {
      await openFirst(page);
      await page.getByRole('button', { name: words.orders.one }).click();
      await page.locator('.work-orders').waitFor();
      await top(page, '.sheet-tools');
    },
  },
  'dispatcher-queue': {
    as: dispatcher,
    path: paths.desk.reports,
    before: async (page) => {
      await page.locator('.ticked-bar .check input').first().check();
    },
  },
  'dispatcher-file': { as: dispatcher, path: paths.desk.fileReport },
  'dispatcher-notice': { as: dispatcher, path: paths.desk.notices, before: (page) => top(page, '#write') },
  'dispatcher-board': {
    as: dispatcher,
    path: paths.desk.board,
    before: async (page) => {
      // A month that is over: early in one there is little to see.
      await page.getByLabel(boardWords.month).selectOption({ index: 1 });
      await page.getByRole('button', { name: boardWords.show }).click();
    },
  },
  'editor-flags': { as: first, path: paths.desk.flags },
  'editor-entry': {
    as: editor,
    path: paths.desk.flags,
    before: async (page) => {
      await openFirst(page);
      await page.locator('.entry .decision').first().waitFor();
    },
  },
  'editor-calling': { as: editor, path: paths.desk.calling },
  'editor-import': { as: editor, path: paths.desk.import },
  'admin-people': { as: admin, path: paths.desk.people },
  'admin-channels': { as: admin, path: paths.desk.channels },
  'admin-office': { as: admin, path: paths.desk.office },
  'owner-city': { as: admin, path: paths.desk.newCity },
};

const demo = startServer({ BAODA_STORE: '', DATABASE_URL: '' }, [], ['--demo']);
const browser = await launchBrowser(['--lang=zh-CN']);
try {
  const origin = `http://localhost:${await demo.port()}`;
  await drawAll(browser, origin, await passwordOf(demo.said));
} finally {
  await browser.close();
  demo.process.kill('SIGTERM');
  await demo.ended();
}

/** The password that the demonstration prints once it serves. */
async function passwordOf(said: () => string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const password = /everybody's password: (\S+)/.exec(said())?.[1];
    if (password !== undefined) return password;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`The demonstration says no password:\n${said()}`);
}

async function drawAll(browser: Browser, origin: string, password: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const packer = await browser.newPage();
  const contexts = new Map<string, BrowserContext>();
  let together = 0;
  for (const picture of Object.keys(HELP_PICTURES) as HelpPicture[]) {
    const { as } = RECIPES[picture];
    const size = HELP_SIZES[isOnPhone(picture) ? 'phone' : 'wide'];
    const key = `${as} ${size.width}`;
    const context = contexts.get(key) ?? (await signIn(browser, origin, { as, password, size }));
    contexts.set(key, context);
    const packed = await pack(packer, await draw(context, picture));
    writeFileSync(`${FOLDER}/${picture}.webp`, packed);
    together += packed.length;
    process.stdout.write(`${picture} ${Math.round(packed.length / 1000)} KB\n`);
  }
  process.stdout.write(`${Math.round(together / 1000)} KB in all\n`);
  if (together > MOST_TOGETHER) throw new Error(`more than ${MOST_TOGETHER} bytes`);
}

interface Looks {
  as: string;
  password: string;
  size: { width: number; height: number };
}

async function signIn(browser: Browser, origin: string, { as, password, size }: Looks): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...{ baseURL: origin, viewport: size, deviceScaleFactor: SCALE },
    ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', colorScheme: 'light', serviceWorkers: 'block' },
  });
  const page = await context.newPage();
  await page.goto(paths.desk.home);
  await page.getByLabel(deskWords.signIn.username, { exact: true }).fill(as);
  await page.getByLabel(deskWords.signIn.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: deskWords.signIn.button, exact: true }).click();
  await page.getByRole('button', { name: deskWords.signOut, exact: true }).waitFor();
  await page.close();
  return context;
}

async function draw(context: BrowserContext, picture: HelpPicture): Promise<Buffer> {
  const { path, before } = RECIPES[picture];
  const page = await context.newPage();
  await page.goto(path, { waitUntil: 'networkidle' });
  if (before) await before(page);
  await page.waitForLoadState('networkidle');
  const png = await page.screenshot();
  await page.close();
  return png;
}

/** As WebP, in the best quality that is small enough: browsers write it themselves. */
async function pack(packer: Page, png: Buffer): Promise<Buffer> {
  for (const quality of [0.62, 0.5, 0.4, 0.3]) {
    const packed = Buffer.from(await packer.evaluate(toWebp, { png: png.toString('base64'), quality }), 'base64');
    if (packed.length <= MOST_BYTES) return packed;
  }
  throw new Error(`a picture of more than ${MOST_BYTES} bytes`);
}

/** Runs in the page. */
async function toWebp({ png, quality }: { png: string; quality: number }): Promise<string> {
  const picture = new Image();
  picture.src = `data:image/png;base64,${png}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this browser draws no canvas');
  pen.drawImage(picture, 0, 0);
  return canvas.toDataURL('image/webp', quality).split(',')[1] ?? '';
}
