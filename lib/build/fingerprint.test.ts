import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isInput } from './fingerprint.ts';

it('takes nothing that the build writes for an input: the next start would build once more', () => {
  const written = readFileSync('.gitignore', 'utf8').match(/^\/public\/.*$/gm) ?? [];
  expect(written).toContain('/public/report.js');
  expect(written.map((path) => path.slice(1)).filter(isInput)).toEqual([]);
  expect(isInput('public/icon.svg')).toBe(true);
});
