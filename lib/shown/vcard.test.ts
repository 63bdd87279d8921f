import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { anyText } from '../../test/any-text.ts';
import { type ContactCard, formatCard } from './vcard.ts';

const aCard = (over: Partial<ContactCard> = {}): ContactCard => ({
  uid: 'dalian-jinxiu',
  name: '锦绣发行站',
  phones: [
    { kind: 'fixed_line', number: '+8641186902732', extension: null },
    { kind: 'mobile', number: '+8618525553600', extension: null },
  ],
  note: '2025年1月登报，尚未核实',
  address: null,
  url: null,
  ...over,
});

const read = (card: string) => new ICAL.Component(ICAL.parse(card));
/** ical.js leaves the escape of a semicolon in a text value, which RFC 2426 asks for. */
const textOf = (card: string, property: string) =>
  String(read(card).getFirstPropertyValue(property)).replaceAll('\\;', ';');

test('an address book reads back the name, both numbers in order and the note', () => {
  const card = read(formatCard(aCard()));
  expect(card.getFirstPropertyValue('version')).toBe('3.0');
  expect(card.getFirstPropertyValue('fn')).toBe('锦绣发行站');
  expect(card.getFirstPropertyValue('n')).toEqual(['锦绣发行站', '', '', '', '']);
  expect(card.getAllProperties('tel').map((tel) => tel.getFirstValue())).toEqual(['+8641186902732', '+8618525553600']);
  expect(card.getAllProperties('tel').map((tel) => tel.getParameter('type'))).toEqual([
    ['WORK', 'VOICE', 'PREF'],
    ['CELL', 'VOICE'],
  ]);
  expect(card.getFirstPropertyValue('note')).toBe('2025年1月登报，尚未核实');
});

test('an extension is dialled after a pause', () => {
  const phones = [{ kind: 'fixed_line', number: '+8641183634406', extension: '801' }] as const;
  expect(textOf(formatCard(aCard({ phones })), 'tel')).toBe('+8641183634406,801');
});

test('no text breaks out of its property, and every line keeps to 75 octets', () => {
  const hostile = fc.oneof(
    anyText(80),
    fc.constantFrom(
      '=cmd()',
      'a\r\nEND:VCARD\r\nTEL:110',
      'a\nTEL:110',
      '；;,,\\n\\',
      '👨‍👩‍👧‍👦'.repeat(20),
      '\u0000\u2028\u0085',
    ),
  );
  const asRead = (text: string) =>
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n\t]/gu, '');
  fc.assert(
    fc.property(hostile, hostile, (name, note) => {
      const card = formatCard(aCard({ name, note }));
      for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(card.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const properties = read(card).getAllProperties();
      expect(properties.map((one) => one.name)).toEqual(['version', 'uid', 'fn', 'n', 'tel', 'tel', 'note']);
      expect(textOf(card, 'fn')).toBe(asRead(name));
      expect(textOf(card, 'note')).toBe(asRead(note));
    }),
    { numRuns: 100 },
  );
});

test.each(['a', '报', '😀'])('a cell of 5,000 times %s comes back whole', (character) => {
  const name = character.repeat(5000);
  expect(textOf(formatCard(aCard({ name })), 'fn')).toBe(name);
});
