import { expect, test, vi } from 'vitest';

vi.stubEnv('BAODA_SECRET', 'a secret for tests only, not used anywhere');
vi.stubEnv('DATABASE_URL', '');
const { looksAutomatic, openedStamp, ownStamp } = await import('./form-route.ts');

const NOW = Date.parse('2026-11-23T01:00:00Z');
const fieldsOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};

test.each([
  ['filled in by somebody', { opened: openedStamp(NOW - 3000), website: '' }, false],
  ['filled in within three seconds', { opened: openedStamp(NOW - 2999) }, true],
  ['with something in the field that people do not see', { opened: openedStamp(NOW - 9000), website: 'x' }, true],
  ['with no time at all', {}, true],
  ['with a time that nobody here wrote', { opened: `${NOW - 9000}.0123456789abcdef` }, true],
  ['with another time under a stamp of ours', { opened: openedStamp(NOW).replace(/^\d+/, '1') }, true],
])('a form %s', (_, fields, automatic) => {
  expect(looksAutomatic(fieldsOf(fields as Record<string, string>), NOW)).toBe(automatic);
});

test('who mends a mistake has not opened the form anew, and a forged time is not given back', () => {
  const opened = openedStamp(NOW);
  expect(ownStamp(fieldsOf({ opened }))).toBe(opened);
  expect(ownStamp(fieldsOf({ opened: `${opened}0` }))).toBe('');
  expect(ownStamp(fieldsOf({}))).toBe('');
});
