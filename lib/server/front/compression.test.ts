import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { chooseEncoding, compress, isCompressible } from './compression.ts';

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1.0, br;q=0.5', 'br'],
  ['gzip, br;q=0', 'gzip'],
  ['br;q=0.000, gzip;q=0', null],
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

test('text is compressed, pictures are not', () => {
  expect(['text/html', 'application/problem+json', 'image/svg+xml', 'image/png'].map(isCompressible)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

describe('compressed bodies', () => {
  const body = Buffer.from('沙河 0411 8450 9083 '.repeat(100));

  test('unfold to what they were', async () => {
    expect(brotliDecompressSync(await compress(body, 'br', 'a', false))).toEqual(body);
    expect(gunzipSync(await compress(body, 'gzip', 'a', false))).toEqual(body);
  });

  test('are made once for the same tag, and again for another', async () => {
    const first = await compress(body, 'br', 'b', false);
    expect(await compress(body, 'br', 'b', false)).toBe(first);
    expect(await compress(body, 'br', 'c', false)).not.toBe(first);
  });
});
