import fc from 'fast-check';
import Parser from 'rss-parser';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { anyText } from '../../test/any-text.ts';
import { formatAtom } from './atom.ts';

const entry = {
  ...{ id: 'urn:uuid:1', title: '甲', text: '乙', link: 'https://baoda.example/x?a=1&b=2' },
  ...{ published: '2026-11-30T00:00:00.000Z', updated: '2026-12-02T00:00:00.000Z' },
};
const feed = {
  ...{ id: 'urn:uuid:0', title: '报', subtitle: '说', author: '示例' },
  ...{ self: 'https://baoda.example/f.atom', page: 'https://baoda.example/', entries: [entry] },
};

/** The texts of all titles, as an XML parser that checks reads them. */
function titlesOf(xml: string): string[] {
  const titles: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let isTitle = false;
  parser.on('opentag', ({ name }) => {
    isTitle = name === 'title';
    if (isTitle) titles.push('');
  });
  parser.on('text', (text) => {
    if (isTitle) titles.push((titles.pop() ?? '') + text);
  });
  parser.on('closetag', () => {
    isTitle = false;
  });
  parser.write(xml).close();
  return titles;
}

test('any text comes back as it was, and what XML cannot hold as U+FFFD', () => {
  const text = fc.oneof(
    anyText(60),
    fc.constantFrom('<b>&amp;</b>', ']]>', '"\'', '\r\n', 'a\0b\u0008', '\uffff', '\ud800'),
  );
  fc.assert(
    fc.property(text, (title) => {
      const xml = formatAtom({ ...feed, title, entries: [{ ...entry, title, link: title }] });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what no XML may hold
      const held = title.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd');
      expect(titlesOf(xml)).toEqual([held, held]);
    }),
  );
});

test('a reader of feeds finds title, link, text and both moments', async () => {
  const title = '甲 & <乙> "丙"';
  const xml = formatAtom({ ...feed, entries: [{ ...entry, title }] });
  const read = await new Parser({ customFields: { item: ['published', 'updated'] } }).parseString(xml);
  expect(read).toMatchObject({ title: '报', feedUrl: feed.self, link: feed.page });
  const { text: summary, ...rest } = entry;
  expect(read.items).toMatchObject([{ ...rest, title, summary }]);
});

test('a feed was changed when the entry was that changed last', () => {
  const older = { ...entry, id: 'urn:uuid:2', updated: '2026-12-01T00:00:00.000Z' };
  expect(formatAtom({ ...feed, entries: [older, entry] })).toMatch(/<\/subtitle>\s*<updated>2026-12-02T/);
});
