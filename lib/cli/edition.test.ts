import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { PRINTED } from '../../test/dalian-rows.ts';
import { readRows } from '../../test/rows.ts';
import { closeStore, getStore } from '../server/store.ts';
import type { PreviewJson } from '../shown/edition-preview.ts';
import { FileRefusal } from '../table/refusal.ts';
import { editionCommand } from './edition-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'edition-'));
const STORE = join(folder, 'store.db');
process.env.BAODA_STORE = STORE; // read once, at the first command
const forget = async () => {
  await closeStore();
  for (const end of ['', '-wal', '-shm']) rmSync(STORE + end, { force: true });
};
afterEach(forget);
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** 示例 is new, 长海 gone, 七贤岭 has another mobile, and 胜利桥 is called otherwise. */
const TABLE = `${PRINTED.trimEnd()
  .replace(/\n.*\t长海\t.*/, '')
  .replace('18525553850', '15400000002')
  .replace('胜利桥', '胜利大桥')}\n中山\t示例\t\t15400000003\n`;
const file = write('new.tsv', TABLE);
const NOTICE = ['--directory', 'dalian', '--title', '示例通知', '--from', '2026-12-01'];

interface Ended {
  status: number;
  text: string;
}

async function run(...argv: string[]): Promise<Ended> {
  try {
    return { status: 0, text: await editionCommand(argv) };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { status: 2, text: `${error.message}\n${error.remedy}` };
  }
}
const preview = async (...more: string[]) =>
  JSON.parse(await editionCommand(['preview', file, ...NOTICE, '--json', ...more])) as PreviewJson;
const publish = (...more: string[]) => run('publish', file, ...NOTICE, '--by', '店主', ...more);
/** The proposals of a preview, answered. */
const accept = (rows: unknown, name = 'accept.json') => ['--accept', write(name, JSON.stringify(rows))];
const answered = async (same = true) => (await preview()).proposals.map((proposal) => ({ ...proposal, same }));

describe('preview', () => {
  it('says exactly what an edition would change', async () => {
    const store = await getStore();
    await editionCommand(['list']);
    await store.decisions.append('dalian', [aCheck], {});
    const found = await preview();
    const { edition, added, gone, renamed, moved, changed, same, proposals, setAside, lapsed } = found;
    expect(edition).toMatchObject({
      id: 'dalian-2026-12-01',
      directory: 'dalian',
      title: '示例通知',
      areaCode: '0411',
    });
    expect(added).toEqual([{ id: 'shili', row: 33, name: '示例', district: '中山', numbers: ['15400000003'] }]);
    expect(gone).toEqual([
      { id: 'changhai', row: 33, name: '长海', district: '长海', numbers: ['89882861', '15241197278'] },
    ]);
    expect(renamed).toEqual([{ station: 'shengliqiao', before: '胜利桥', after: '胜利大桥' }]);
    expect(changed).toEqual([
      { station: 'qixianling', name: '七贤岭', role: 'mobile', before: '18525553850', after: '15400000002' },
    ]);
    expect([moved, same, setAside]).toEqual([[], 30, []]);
    expect(proposals).toEqual([
      {
        kind: 'renamed',
        printed: { id: 'shenglidaqiao', row: 2, name: '胜利大桥', district: '中山', numbers: ['18525552738'] },
        candidate: { id: 'shengliqiao', name: '胜利桥', district: '中山', numbers: ['18525552738'] },
        why: ['number.same', 'name.one_apart'],
      },
    ]);
    const decision = { id: aCheck.id, action: 'check', how: 'called', at: aCheck.at, by: '编辑甲' };
    expect(lapsed).toEqual([{ station: 'qixianling', phone: 'qixianling-mobile-1', was: '18525553850', decision }]);
    const { text } = await run('preview', file, ...NOTICE);
    for (const words of ['要定的（1）', '新增（1）', '长海', '七贤岭 18525553850 → 15400000002'])
      expect(text).toContain(words);
  });

  it('writes nothing: no row where there is a store, and no store where there is none', async () => {
    for (const argv of [
      ['preview', file, ...NOTICE],
      ['list'],
      ['restore', '1', '--by', '店主', '--directory', 'dalian'],
    ])
      await run(...argv);
    expect(existsSync(STORE)).toBe(false);
    await getStore();
    await editionCommand(['list']);
    const before = await readRows(await getStore());
    await preview(...accept(await answered()));
    expect(await readRows(await getStore())).toEqual(before);
  });
});

describe('publish', () => {
  it('puts the edition in force once every proposal has an answer, and restore the one before', async () => {
    const said = await answered();
    expect(await publish(...accept(said))).toMatchObject({ status: 0, text: expect.stringContaining('第2版') });
    const { editions } = await getStore();
    expect(await editions.list('dalian')).toMatchObject([
      { seq: 1, way: 'files', by: null },
      { seq: 2, way: 'command', by: '店主', approvedBy: null, fileName: 'new.tsv' },
    ]);
    expect((await editions.file('dalian', 2))?.bytes).toEqual(Buffer.from(TABLE));
    const ids = (await editions.tables('dalian', 2))?.stations.map(({ id }) => id);
    expect([ids?.[1], ids?.includes('changhai')]).toEqual(['shengliqiao', false]);
    const restore = (seq: string) => run('restore', seq, '--directory', 'dalian', '--by', '店主', '--json');
    expect(await restore('1')).toEqual({ status: 0, text: '{"restored":1}\n' });
    expect(JSON.parse((await run('list', '--json')).text)).toMatchObject([
      { seq: 1, inForce: true, since: [expect.any(String), expect.any(String)] },
      { seq: 2, inForce: false, title: '示例通知', effectiveFrom: '2026-12-01' },
      ...[],
    ]);
  });

  it('asks whether a station that is out of use and printed again still is, like any other question', async () => {
    await editionCommand(['list']);
    const closing = {
      ...aCheck,
      id: randomUUID(),
      record: 'paoya',
      phone: null,
      printed: '泡崖',
      action: 'out_of_use',
    } as const;
    await (await getStore()).decisions.append('dalian', [closing], { paoya: 0 });
    const said = (await answered()).map((row) => ({ ...row, same: row.kind !== 'closed' }));
    expect(said.map(({ kind, candidate, why }) => [kind, candidate.id, why.at(-1)])).toEqual([
      ['renamed', 'shengliqiao', 'name.one_apart'],
      ['closed', 'paoya', 'station.closed'],
    ]);
    const { text } = await run('preview', file, ...NOTICE);
    expect(text).toContain('泡崖”停用过，又印了出来：还是停用吗？（工作人员停用过这个站）');
    expect(await publish(...accept(said.slice(0, 1)))).toMatchObject({
      status: 2,
      text: expect.stringContaining('泡崖'),
    });
    expect(await publish(...accept(said))).toMatchObject({ status: 0 });
    const rows = await (await getStore()).decisions.list('dalian');
    expect(rows.at(-1)).toMatchObject({ record: 'paoya', action: 'reopen', by: '店主', approvedBy: null, edition: 2 });
  });

  it('takes the answer in whatever order its parts stand, and another station where it says so', async () => {
    const [row] = await answered(false);
    const { kind, printed, candidate, why, same } = row ?? expect.unreachable();
    const flipped = [{ same, why, printed: Object.fromEntries(Object.entries(printed).reverse()), candidate, kind }];
    expect(await publish(...accept(flipped))).toMatchObject({ status: 0 });
    const tables = await (await getStore()).editions.tables('dalian', 2);
    expect(tables?.stations[1]?.id).toBe('shenglidaqiao');
  });

  const ASKED = '中山的“胜利大桥”就是原来中山的“胜利桥”吗？';
  type Rows = Record<string, unknown>[];
  const REFUSED: [string, (rows: Rows) => string[], string][] = [
    ['nothing is answered', () => [], `没有答复：${ASKED}`],
    ['the answer is missing', () => accept([]), `没有答复：${ASKED}`],
    [
      'another is answered as well',
      (rows) => accept([...rows, { ...rows[0], kind: 'moved' }]),
      `答复的不是现在要定的，或者已经变了：${ASKED}`,
    ],
    ['it has changed since', (rows) => accept(rows.map((row) => ({ ...row, why: [] }))), `没有答复：${ASKED}`],
    ['what is answered is no proposal', (rows) => accept([...rows, { same: true, x: 1 }]), '{"x":1}'],
    [
      'it is answered twice',
      (rows) => accept([...rows, ...rows.map((row) => ({ ...row, same: false }))]),
      'accept.json 读不出来',
    ],
    ['an answer says nothing', (rows) => accept(rows.map(({ same: _, ...row }) => row)), 'accept.json 读不出来'],
    ['the file is no JSON', () => ['--accept', write('a.txt', 'x')], 'a.txt 读不出来'],
    ['the file is a folder', () => ['--accept', folder], '读不出来'],
    ['the file is not there', () => ['--accept', 'nowhere.json'], 'nowhere.json 读不出来'],
  ];

  it.each(REFUSED)('is refused by name where %s, and writes nothing', async (_, given, words) => {
    const rows = await answered();
    const { status, text } = await publish(...given(rows));
    expect([status, text]).toEqual([2, expect.stringContaining(words)]);
    expect(existsSync(STORE)).toBe(false);
  });
});

describe('what is asked for wrongly is refused, and nothing is written', () => {
  const large = write('large.tsv', '');
  truncateSync(large, 100 << 20);
  const BY = ['--by', '店主'];
  const CASES: [string, string[], RegExp][] = [
    ['no command', [], /没写要做什么/],
    ['an unknown command', ['drop'], /没有“drop”/],
    ['a name every object has', ['constructor'], /没有“constructor”/],
    ['list with something behind it', ['list', 'dalian'], /没有“list dalian”/],
    ['an unknown option', ['preview', file, '--colour', 'x'], /--colour/],
    ['no file', ['preview', ...NOTICE], /没有给出文件/],
    ['an unknown directory', ['preview', file, ...NOTICE, '--directory', '../x'], /dalian/],
    ['a day that is none', ['preview', file, ...NOTICE, '--from', '2026-02-30'], /--from 2026-02-30/],
    ['a day written otherwise', ['preview', file, ...NOTICE, '--from', '2026年12月1日'], /--from 2026年/],
    ['no day', ['preview', file, '--directory', 'dalian', '--title', 'x'], /缺 --from/],
    ['an area code of nowhere', ['preview', file, ...NOTICE, '--area-code', '9'], /--area-code的值不对：9/],
    ['a blank title', ['preview', file, ...NOTICE, '--title', ' \u3164'], /缺 --title/],
    ['a title that turns lines round', ['preview', file, ...NOTICE, '--title', '示\u202e例'], /--title的值不对/],
    ['a title of a page', ['preview', file, ...NOTICE, '--title', '示'.repeat(101)], /--title的值不对/],
    ['nobody', ['publish', file, ...NOTICE], /缺 --by/],
    ['nobody who can be seen', ['restore', '1', '--directory', 'dalian', '--by', ' '], /缺 --by/],
    ['an edition that is not there', ['restore', '7', '--directory', 'dalian', ...BY], /没有“7”这一版.*\n有的是：1/],
    ['an edition that is no number', ['restore', '1x', '--directory', 'dalian', ...BY], /没有“1x”这一版/],
    ['the one in force', ['restore', '1', '--directory', 'dalian', ...BY], /第1版现在就是现行的/],
    [
      'a picture',
      ['publish', write('a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10])), ...NOTICE, ...BY],
      /a\.png/,
    ],
    ['an empty file', ['publish', write('empty.tsv', ''), ...NOTICE, ...BY], /empty\.tsv.*空/],
    ['100 MB', ['publish', large, ...NOTICE, ...BY], /large\.tsv.*MB/],
    ['a folder', ['publish', folder, ...NOTICE, ...BY], /文件夹/],
  ];

  it.each(CASES)('%s', async (_, argv, words) => {
    // The last of an option counts, so that each case can change one of a right call.
    const { status, text } = await run(...argv);
    expect([status, text]).toEqual([2, expect.stringMatching(words)]);
    expect(existsSync(STORE)).toBe(false);
  });
});

describe('as a process', () => {
  const environment = { ...process.env, BAODA_STORE: STORE };
  const start = (...argv: string[]) => ['lib/cli/edition.ts', ...argv];

  it('ends with 2 and says why, to a program in JSON', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      start('publish', file, ...NOTICE, '--by', '店主', '--json'),
      {
        encoding: 'utf8',
        env: environment,
      },
    );
    expect([status, stderr, existsSync(STORE)]).toEqual([2, '', false]);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'rejected', error: { code: 'arguments.invalid' } });
  });

  it('leaves the old edition or the new one where it is killed, never half', async () => {
    const same = accept(await answered());
    await getStore();
    await editionCommand(['list']);
    for (const wait of [0, 5]) {
      await closeStore();
      const argv = start('publish', file, ...NOTICE, '--by', '店主', ...same);
      const child = spawn(process.execPath, argv, { env: environment });
      const killing = setInterval(() => {
        if (!isWriting()) return;
        clearInterval(killing);
        setTimeout(() => child.kill('SIGKILL'), wait);
      }, 1);
      await new Promise((resolve) => child.once('exit', resolve));
      clearInterval(killing);
      const { editions } = await getStore();
      const [heads, force] = [await editions.list('dalian'), await editions.inForce('dalian')];
      expect(force?.edition).toBe(heads.length);
      for (const { seq } of heads) expect(await editions.tables('dalian', seq)).not.toBeNull();
    }
  });
});

/** Whether somebody has begun to write the store. */
const isWriting = () => (statSync(`${STORE}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

const aCheck = {
  ...({ id: randomUUID(), record: 'qixianling', flag: null, phone: 'qixianling-mobile-1', field: null } as const),
  ...({ action: 'check', how: 'called', before: null, after: null, reason: '示例理由', by: '编辑甲' } as const),
  ...{
    at: '2026-11-20T01:30:00.000Z',
    approvedBy: null,
    answers: null,
    proposes: null,
    edition: 1,
    printed: '18525553850',
  },
};
