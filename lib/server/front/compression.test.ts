import { brotliDecompressSync, gunzipSync } from 'node:zlib';
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
