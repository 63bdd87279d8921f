import { describe, expect, test } from 'vitest';
import { EXAMPLE_CITY, HEADING } from '../../test/example-city.ts';
import { normaliseGrid } from '../table/normalise.ts';
import { type Paste, readPaste } from './read-paste.ts';

/** Tables as programs put them on the clipboard; no number can be called. */
const OPTIONS = { ...EXAMPLE_CITY, city: null };
const ROWS = [HEADING, ['甲区', '示山', '2212341', ''], ['', '示河', '2212342', '']];
const TEXT = ROWS.map((row) => row.join('\t')).join('\r\n');
const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const MERGED = `<table>${row(HEADING)}<tr><td rowspan=2>甲区<td>示山<td>2212341<td><tr><td>示河<td>2212342<td></table>`;
const FRAGMENT = `<html><body><!--StartFragment--><style>td{color:red}</style>${MERGED}<!--EndFragment--></body></html>`;

async function read(paste: Paste) {
  const { grid, source } = await readPaste(paste);
  const { stations, districts } = normaliseGrid(grid, OPTIONS, source);
  const labelOf = new Map(districts.map(({ id, label }) => [id, label]));
  return stations.map(({ name, district }) => [name.value, labelOf.get(district.value ?? ''), district.how]);
}
const INHERITED = [
  ['示山', '甲区', 'printed'],
  ['示河', '甲区', 'inherited'],
];
const SPANNED = [
  ['示山', '甲区', 'printed'],
  ['示河', '甲区', 'span'],
];

describe('a paste', () => {
  test.each<[string, Paste, unknown]>([
    ['of text alone', { text: TEXT }, INHERITED],
    ['of a page, which knows its merged cells', { html: FRAGMENT, text: TEXT }, SPANNED],
    [
      'of a page behind the clipboard’s header',
      { html: `Version:0.9\r\nStartHTML:0000000105\r\n${FRAGMENT}` },
      SPANNED,
    ],
    ['of a page without a table, whose text is one', { html: `<p>${TEXT}</p>`, text: TEXT }, INHERITED],
    [
      'of a page of an editor that makes no table',
      { html: '<meta charset="utf-8"><span>x</span>', text: TEXT },
      INHERITED,
    ],
    [
      'of lined up text',
      { text: ROWS.map((cells) => cells.map((cell) => cell.padEnd(12)).join('')).join('\n') },
      INHERITED,
    ],
  ])('%s is read', async (_what, paste, expected) => expect(await read(paste)).toEqual(expected));

  test.each<[string, Paste, RegExp]>([
    ['of nothing', {}, /粘贴的内容是空的/],
    ['of blanks', { html: ' ', text: '\n \t' }, /粘贴的内容是空的/],
    ['of a page without a table and no text', { html: '<p>x</p>' }, /粘贴的内容.*没有表格/],
    ['of a page that is built to be hard to read', { html: `<table>${'<div>'.repeat(300)}`, text: TEXT }, /超过200层/],
  ])('%s is refused, with what to do', async (_what, paste, words) => {
    await expect(readPaste(paste)).rejects.toThrow(words);
  });
});
