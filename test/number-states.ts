import { type DecisionInput, lastSeen } from '../lib/directory/decide.ts';
import { CHECK_METHODS, type Check, type Phone } from '../lib/directory/records.ts';
import { markDemonstration } from '../lib/server/demonstration.ts';
import { getDesk } from '../lib/server/desk.ts';
import { findDeskDirectory, saveDecisions, saveNewStation } from '../lib/server/review.ts';
import { closeStore } from '../lib/server/store.ts';
import { PRINTED } from './dalian-rows.ts';
import { publishTable } from './second-edition.ts';

/**
 * Fills the store of `BAODA_STORE` with what editors may have made of Dalian's numbers, for tests of what is printed:
 * `node test/number-states.ts MIX…`. All of it is made up: nobody has checked any number.
 */

const DIRECTORY = 'dalian';

/** What is decided about a number; null leaves it as it is. `at` counts months from January 2026. */
interface Said extends Pick<DecisionInput, 'action' | 'how'> {
  at: number;
}
type Mix = (place: number, phone: Phone) => Said | null;

const how = (place: number): Check['how'] => CHECK_METHODS[place % CHECK_METHODS.length] ?? 'called';

/** As printed, checked in each way, corrected in each way, out of use: in turn, each in its month. */
const IN_TURN: Mix = (place) => {
  const turn = place % 8;
  if (turn === 0) return null;
  if (turn === 7) return { action: 'out_of_use', how: 'called', at: 6 };
  return { action: turn < 4 ? 'check' : 'correct', how: how(turn), at: turn - 1 };
};

/** Each a store by its name. */
const MIXES: Readonly<Record<string, Mix>> = {
  'in-turn': IN_TURN,
  'all-checked': () => ({ action: 'check', how: 'called', at: 10 }),
  'all-corrected': (place) => ({ action: 'correct', how: how(place), at: 9 }),
  'all-out-of-use': () => ({ action: 'out_of_use', how: 'called', at: 3 }),
  /** Twenty states of which each needs a sign of its own. */
  'twenty-states': (place) => ({ action: place % 2 ? 'check' : 'correct', how: how(place), at: place % 10 }),
  /** More of them than there are months to tell apart on a page. */
  'every-state': (place) => ({ action: place % 2 ? 'check' : 'correct', how: how(place >> 1), at: place % 30 }),
  /** Every state and cells that hold more than one number, under a name that is long: of another edition. */
  'odd-cells': IN_TURN,
};

/** The printed table with cells as other tables have them; 锦绣 is not printed, and kept. Digits are those printed. */
function oddTable(): string {
  const odd: readonly [string, string][] = [
    ['武昌街\t\t18525553233', '武昌街\t86902732转8001\t18525553233'],
    ['胜利桥\t\t18525552738', '胜利桥\t83634406（传真）\t18525552738'],
    ['岭前\t82671357', '岭前\t82671357（上午）'],
    ['车家村\t84445125\t18525553248', '车家村\t84445125\t18525553248、18525552708、18525553996'],
    ['棠梨沟\t\t18525553996', '棠梨沟\t\t'],
    ['泡崖\t86456297\t18525552708', '泡崖\t86456297、86656594、86731580\t'],
    ['周水子\t86656594', '周水子\t'],
    ['东北名苑\t86731580', '东北名苑\t4000000000'],
  ];
  const rows = PRINTED.split('\n').filter((row) => !row.includes('\t锦绣\t'));
  const table = odd.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`not printed: ${from}`);
    return text.replace(from, to);
  }, rows.join('\n'));
  return `${table.trimEnd()}\n普湾\t示例大学城新区投递发行总站\t88017293\t15900000000\n`;
}

/** Of numbers of a kind each can be given the next one's: no digit is made up. */
function nextInRing(phones: readonly Phone[], { id, kind }: Phone): string {
  const alike = phones.filter((phone) => phone.kind === kind && phone.tel !== null && phone.extension === null);
  const at = alike.findIndex((phone) => phone.id === id);
  return alike[(at + 1) % alike.length]?.printed ?? '';
}

/** Month by month, each at once. What cannot be called stays as it is. */
async function fill(mix: Mix): Promise<void> {
  const desk = await getDesk();
  const printed = (await findDeskDirectory(desk, DIRECTORY))?.directory.phones ?? [];
  const decided = printed.flatMap((phone, place) => {
    const said = phone.tel === null ? null : mix(place, phone);
    return said ? [{ phone, ...said }] : [];
  });
  for (const [month, all] of Map.groupBy(decided, ({ at }) => at)) {
    const history = (await findDeskDirectory(desk, DIRECTORY))?.history ?? [];
    const common = {
      directory: DIRECTORY,
      staff: { username: '示例编辑' },
      seen: Object.fromEntries(all.map(({ phone }) => [phone.station, lastSeen(history, phone.station)])),
      now: new Date(Date.UTC(2026, month, 9, 4)),
    };
    const inputs = all.map(({ phone, action, how: by }) => {
      const value = action === 'correct' ? nextInRing(printed, phone) : '';
      return { flag: null, phone: phone.id, reason: '示例', shared: true, value, action, how: by };
    });
    const saved = await saveDecisions(desk, common, inputs);
    if (!saved?.ok) throw new Error(`month ${month}: ${JSON.stringify(saved)}`);
  }
}

/** As many stations as a page holds at most, three of them of no paper, each with a number that its neighbour has too. */
async function addThree(): Promise<void> {
  const desk = await getDesk();
  for (const [n, number] of ['84246923', '18525553668', '84445125'].entries()) {
    const station = { name: `示例${'一二三'[n]}站`, district: 'shahe', number, shared: true };
    const common = { directory: DIRECTORY, staff: { username: '示例编辑' }, now: new Date(Date.UTC(2026, 10, n + 1)) };
    const saved = await saveNewStation(desk, common, { ...station, how: 'called', reason: '示例' });
    if (!saved?.ok) throw new Error(`${station.name}: ${JSON.stringify(saved)}`);
  }
}

for (const name of process.argv.slice(2)) {
  const { store } = await getDesk();
  const mix = MIXES[name];
  if (name === 'demonstration') await markDemonstration(store, 'test', '2026-11-01T00:00:00.000Z');
  else if (name === 'three-added') await addThree();
  else if (!mix) throw new Error(`no mix is called ${name}`);
  if (name === 'odd-cells') await publishTable(store, oddTable(), undefined, ['jinxiu']);
  if (mix) await fill(mix);
}
await closeStore();
