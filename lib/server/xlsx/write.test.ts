import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readWorkbook } from './workbook.ts';
import { writeWorkbook } from './write.ts';

const ROWS = [
  ['站', '号码', '别的'],
  ['甲 & <乙>', '041184509083', '=1+1'],
  ['丙"\'', '', '+8618525553233'],
  ['_x0041_', '123456789012', 'a\nb'],
];

const partOf = (bytes: Uint8Array, part: string) => strFromU8(unzipSync(bytes)[part] ?? expect.fail(`no ${part}`));

test('a workbook is read back as it was written', async () => {
  const { sheets } = await readWorkbook(await writeWorkbook('发行站', ROWS), 'made.xlsx');
  expect(sheets.map(({ name, lines }) => [name, lines.map(({ cells }) => cells)])).toEqual([['发行站', ROWS]]);
});

test('every cell is a text, and the heading stays in sight', async () => {
  const sheet = partOf(await writeWorkbook('发行站', ROWS), 'xl/worksheets/sheet1.xml');
  expect(sheet.match(/<c [^>]*>/g)?.filter((cell) => !cell.includes('t="s"'))).toEqual([]);
  expect(sheet).not.toContain('<f');
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
});

test('what no text may hold is left out, and a cell holds no more than Excel takes', async () => {
  const bytes = await writeWorkbook('表', [['a'], ['\0x\uffff\udc00'], ['报'.repeat(40_000)]]);
  const strings = partOf(bytes, 'xl/sharedStrings.xml');
  expect(strings).toContain('<t>x</t>');
  expect(strings.match(/报+/)?.[0]).toHaveLength(32_767);
});

test.each(['2026-01-01', '2027-03-01'])('the same table is the same bytes, whenever it is written: %s', async (day) => {
  const now = await writeWorkbook('表', ROWS);
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) });
  onTestFinished(() => void vi.useRealTimers());
  expect(Buffer.compare(await writeWorkbook('表', ROWS), now)).toBe(0);
});
