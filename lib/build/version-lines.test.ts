import { expect, test } from 'vitest';
import { newestOfLine } from './version-lines.ts';

test.each([
  ['the newest of the same major number', '24.9.0', ['24.10.0', '24.9.3', '26.1.0', '23.11.0'], '24.10.0'],
  ['of 0.x, of the same minor number', '0.28.2', ['0.28.10', '0.29.0', '1.0.0'], '0.28.10'],
  ['itself, where nothing newer is there', '16.4.5', ['16.4.4', '17.0.0'], '16.4.5'],
  ['no prerelease of a release', '16.4.5', ['16.5.0-canary.3', '17.0.0-rc.1'], '16.4.5'],
  ['of a prerelease, those of its kind', '18.4.0-beta.9', ['18.4.0-beta.17', '18.5.0-rc.1'], '18.4.0-beta.17'],
  ['of a prerelease, the release that followed it', '18.4.0-beta.17', ['18.4.0', '18.4.0-beta.18'], '18.4.0'],
  ['nothing that is no version', '1.0.0', ['1.0', 'latest', '1.0.x'], '1.0.0'],
])('%s', (_, ours, all, newest) => {
  expect(newestOfLine(ours, all)).toBe(newest);
  expect(newestOfLine(ours, all.toReversed())).toBe(newest);
});
