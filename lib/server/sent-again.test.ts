import { expect, it } from 'vitest';
import { findDirectory } from './directories.ts';
import { giveBack } from './sent-again.ts';

const NASTY = `"><script>alert('1')</script>&amp;\n二行`;

/** What a browser would send of the form: the page's own fields, unescaped. */
function fieldsOf(html: string): [string, string][] {
  const plain = (text = '') => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  const hidden = html.matchAll(/<textarea name="([^"]*)" hidden>\n([^<]*)<\/textarea>/g);
  const asked = html.matchAll(/<input [^>]*name="([^"]*)" value="([^"]*)"/g);
  return [...asked, ...hidden].map(([, name, value]) => [plain(name), plain(value)]);
}

it('gives all fields back as they came, and nothing in them is markup', async () => {
  const directory = await findDirectory('dalian');
  const fields = [
    ['text', NASTY],
    [NASTY, ''],
    ['dates', '2026-11-20'],
    ['dates', '2026-11-21'],
    ['lines', '\n第一行空着'],
  ] as const;
  const asked = [{ name: 'ref', label: NASTY, value: NASTY, type: 'text' } as const];
  const form = { directory, action: '/dalian/report/send', fields, asked, shown: [['情况', NASTY]] } as const;
  const answer = giveBack('client', 1500, form, '120');
  expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual([
    429,
    '1500',
    'no-store',
  ]);
  const html = await answer.text();
  expect(fieldsOf(html)).toEqual([['ref', NASTY], ...fields]);
  expect(html).not.toContain('<script');
  expect(html).toContain('<form method="post" action="/dalian/report/send">');
  expect(html).toContain('data-size="120"');
  expect(html).toContain('请过25分钟');
  expect(html).toContain('href="tel:');
});

it('says another thing where nothing can be kept, and to staff without a city line', async () => {
  const answer = giveBack('store', 30, {
    directory: null,
    action: '/desk/send/step',
    fields: [],
    shown: [],
    said: '<b>',
  });
  const html = await answer.text();
  expect(answer.status).toBe(503);
  expect(html).toContain('请过1分钟');
  expect(html).toContain('<p>&#60;b&#62;</p>');
  expect(html).not.toContain('tel:');
});

it('cuts what nobody typed', async () => {
  const form = { directory: null, action: '/', fields: [['text', '字'.repeat(100_000)]], shown: [] } as const;
  expect((await giveBack('client', 60, form).text()).length).toBeLessThan(6000);
});
