import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { chooseEncoding, compressBody } from './compression.ts';

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1.0, br;q=0.5', 'br'],
  ['gzip, br;q=0', 'gzip'],
  ['br;q=0.000, gzip;q=0', null],
  ['br; q=0.01', 'br'],
  ['GZIP', 'gzip'],
  ['brotli', null],
  ['identity', null],
  ['', null],
  [undefined, null],
])('Accept-Encoding %j gets %j', (accepted, chosen) => {
  expect(chooseEncoding(accepted, 5000)).toBe(chosen);
});

test('a short body stays as it is', () => {
  expect(chooseEncoding('br', 100)).toBeNull();
});

const text = '沙河 0411 8450 9083 '.repeat(100);

async function compressed(
  accepted: string,
  { url = '/dalian', type = 'text/html', body = text, status = 200, headers = {} } = {},
) {
  const answered = { status, headers: { 'content-type': type, ...headers }, body };
  const exchange = anExchange({ url, headers: { 'accept-encoding': accepted }, answered });
  await compressBody(exchange);
  return exchange;
}

describe('a body', () => {
  test('unfolds to what it was', async () => {
    expect(brotliDecompressSync((await compressed('br')).body).toString()).toBe(text);
    expect(gunzipSync((await compressed('gzip')).body).toString()).toBe(text);
  });

  test('says how it is encoded and on what that depends', async () => {
    const { response } = await compressed('gzip, br', { headers: { vary: 'Cookie', 'accept-ranges': 'bytes' } });
    expect(response.getHeaders()).toMatchObject({ vary: 'Cookie, Accept-Encoding', 'content-encoding': 'br' });
    expect(response.hasHeader('accept-ranges')).toBe(false);
  });

  test('depends on it where it is left as it is, too', async () => {
    const { response, body } = await compressed('identity');
    expect([response.getHeader('vary'), response.hasHeader('content-encoding'), String(body)]).toEqual([
      'Accept-Encoding',
      false,
      text,
    ]);
  });

  test.each([
    ['a picture', { type: 'image/png' }],
    ['a workbook, which is packed', { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }],
    ['what is encoded already', { headers: { 'content-encoding': 'gzip' } }],
    ['a known copy', { status: 304 }],
  ])('that is %s is left alone', async (_, answered) => {
    const { response, body } = await compressed('br', answered);
    expect([response.hasHeader('vary'), String(body)]).toEqual([false, text]);
  });

  test('is compressed once for all who get the same, and again for another', async () => {
    const { body } = await compressed('br');
    expect((await compressed('br')).body).toBe(body);
    expect((await compressed('br', { body: `${text}.` })).body).not.toBe(body);
  });

  test('that concerns one person is not kept for the next', async () => {
    const { body } = await compressed('br', { url: '/dalian/track' });
    expect((await compressed('br', { url: '/dalian/track' })).body).not.toBe(body);
  });
});

describe('what a body may cost', () => {
  /** Two letters in no order: what takes longest. */
  const costly = (kilobytes: number) =>
    Array.from({ length: kilobytes * 1024 }, (_, n) => (Math.imul(n + 1, 0x9e3779b1) >>> 31 ? 'a' : 'b')).join('');
  const brotli = (body: string, quality: number) =>
    brotliCompressSync(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    });

  test.each([
    [50, 9, 7],
    [100, 9, 4],
    [300, 5, 4],
    [1000, 2, 1],
  ])('of %i KB is bounded by how hard is tried', async (kilobytes, br, level) => {
    const body = costly(kilobytes);
    expect((await compressed('br', { url: '/desk', body })).body).toEqual(brotli(body, br));
    expect((await compressed('gzip', { url: '/desk', body })).body).toEqual(gzipSync(body, { level }));
  });

  test('of a file for phones is more where it is small', async () => {
    for (const [kilobytes, quality] of [
      [20, 11],
      [300, 5],
    ] as const) {
      const body = costly(kilobytes);
      const file = { url: '/dalian/lookup.json', type: 'application/json', body };
      expect((await compressed('br', file)).body).toEqual(brotli(body, quality));
    }
  });

  test('is paid once for a file of phones, however many pages are asked for between', async () => {
    const file = { url: '/dalian/lookup.json', type: 'application/json', body: `{"of":"phones","text":"${text}"}` };
    const { body } = await compressed('br', file);
    for (let n = 0; n < 310; n += 1) await compressed('br', { url: `/dalian?q=${n}`, body: `${text}${n}` });
    expect((await compressed('br', file)).body).toBe(body);
  });
});
