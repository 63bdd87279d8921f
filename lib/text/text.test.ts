import { describe, expect, test } from 'vitest';
import { foldText, hasControl, hasMarkup, isFormula, showable } from './text.ts';

describe('a cell that a spreadsheet would calculate', () => {
  test.each([
    '=1+1',
    ' =HYPERLINK("http://示例.invalid")',
    '＝1+1',
    '+示山',
    '-示山',
    '@示山',
    '＠SUM(A1)',
    '+ A1',
    '-1+1',
    "+1+cmd|' /C calc'!A0",
    '-(1+2)*3',
    '+86!A1',
    '\u200b=1',
  ])('%j', (cell) => expect(isFormula(cell)).toBe(true));

  test.each([
    '+8641182804150',
    '+86 411 8280 4150',
    '+86-411-82804150转801',
    '+8641182804150、+8618525553233',
    '+8641182804150/+8618525553233',
    '＋86 411',
    '-801',
    '- 801',
    '-',
    '--',
    '+',
    '(0411)82804150',
    '示山-示河',
    '示山@示河',
  ])('but not %j', (cell) => expect(isFormula(cell)).toBe(false));
});

test.each(['</a>', '<b', '<!--', '<?php', 'a&amp;b', '&#x3c;', '示山<br/>'])('%s is markup', (cell) =>
  expect(hasMarkup(cell)).toBe(true),
);
test.each(['3<5', '示山 < 示河', 'A&B', '示山 & 示河;'])('%s is none', (cell) => expect(hasMarkup(cell)).toBe(false));

test.each(['示\0山', '示\u001b[31m山', '示\ud800山', '\udfff', '示\u0085山', '示\ufffd山'])(
  '%j holds what no text may hold; shown it has a mark there, compared it has nothing',
  (cell) => {
    expect(hasControl(cell)).toBe(true);
    expect(showable(cell)).toMatch(/\ufffd/);
    expect(showable(cell).isWellFormed()).toBe(true);
    expect(hasControl(foldText(cell))).toBe(false);
  },
);
test('a character of two units is whole', () => {
  expect(hasControl('𠮷')).toBe(false);
  expect(showable('𠮷山')).toBe('𠮷山');
});
