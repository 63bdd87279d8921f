import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../../test/any-text.ts';
import { showable } from '../text/text.ts';
import { formatCsv } from './csv.ts';

/** What a spreadsheet reads: RFC 4180, nothing of ours. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  for (const [, cell = '', end] of csv.slice(1).matchAll(/"((?:[^"]|"")*)"(,|\r\n)/gu)) {
    const row = rows.at(-1) ?? rows[rows.push([]) - 1];
    row?.push(cell.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('the file starts with a byte order mark and ends its lines with CRLF', () => {
  expect(formatCsv([['行'], ['1']])).toBe('\uFEFF"行"\r\n"1"\r\n');
});

test.each([
  '=cmd()',
  '+cmd()',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '＝1',
  '＋1',
  '－1',
  '＠1',
  '\0=1',
  '+86 1=1',
  '+8641184509083',
])('the cell %j is text, not a formula', (cell) =>
  expect(readCsv(formatCsv([[cell]]))).toEqual([[`'${showable(cell)}`]]),
);

test.each(['041184509083', '００１', '123456789012', '1E5', ' 0411 '])(
  'the cell %j is text, not an amount that loses a digit',
  (cell) => expect(readCsv(formatCsv([[cell]]))).toEqual([[`'${cell}`]]),
);

test.each(['tel:+8641184509083', '0411 8450 9083', '1852555368', '0411-84509083', '0', '锦绣', 'a=b', "'", ''])(
  'the cell %j stays as it is',
  (cell) => expect(readCsv(formatCsv([[cell]]))).toEqual([[cell]]),
);

test('any cells come back whole, and none begins as a formula', () => {
  const cell = fc.oneof(
    anyText(80),
    fc.constantFrom('"', '""', ',', '\r\n', 'a"\r\n=1', '👨‍👩‍👧‍👦', '报'.repeat(5000), '=HYPERLINK("http://x","y")'),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const back = readCsv(formatCsv(rows));
      const bare = (text: string) => text.replace(/^'/, '');
      expect(back.map((row) => row.map(bare))).toEqual(rows.map((row) => row.map((text) => bare(showable(text)))));
      for (const text of back.flat()) expect(text).not.toMatch(/^[\s\ufffd]*[=@－＝＋＠+-]|^[\t\r\n]/);
    }),
    { numRuns: 200 },
  );
});
