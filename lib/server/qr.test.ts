import { expect, test } from 'vitest';
import { drawQr } from './qr.ts';

test('draws dark modules inside a blank frame of four', () => {
  const { size, path } = drawQr('https://baoda.example/dalian');
  const modules = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(modules.flat().every((at) => at >= 4 && at < size - 4)).toBe(true);
  expect(modules).toContainEqual([4, 4]); // corner of the first finder pattern
  expect(modules).not.toContainEqual([size - 5, size - 5]); // the one corner without one
  expect((size - 8 - 17) % 4).toBe(0);
});
