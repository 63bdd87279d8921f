import { describe, expect, test } from 'vitest';
import { aDirectory, aFlag, aMobile, aPhone, aStation } from '../../test/records.ts';
import type { PublishedDirectory } from '../directory/records.ts';
import { presentDirectory } from './api.ts';
import { contactOf } from './contacts.ts';
import { formatCsv } from './csv.ts';
import { PACKAGE_TABLES } from './package-tables.ts';
import { tableOf } from './spreadsheet.ts';
import { withhold } from './withhold.ts';

/** Everything that leaves the house, as text. */
function everythingPublic(directory: PublishedDirectory): string {
  const api = presentDirectory(directory);
  const contacts = api.stations.map((station) => contactOf(station, directory, null));
  const tables = [tableOf(api), ...PACKAGE_TABLES.map(({ rows }) => rows(api))];
  return JSON.stringify([withhold(directory), api, contacts]) + tables.map(formatCsv).join('');
}

const ungrouped = (text: string) => text.normalize('NFKC').replace(/[\s\-‐]/g, '');

describe('a number out of use', () => {
  const cell = { edition: 'e', table: 1, row: 1, col: 4, raw: '86902732 / 185 2555 3600' };
  const directory = aDirectory({
    phones: [aPhone({ cells: [cell] }), aMobile({ cells: [cell] })],
    flags: [
      aFlag(),
      aFlag({
        id: 'f2',
        code: 'phone.shared',
        severity: 'info',
        subject: { record: 'shili', phone: 'shili-office-1', field: 'office' },
        evidence: ['１８５-2555-3600 也印在这里', '185 2555 3908 没有停用'],
      }),
    ],
  });

  test('shows no digit anywhere, however it is written', () => {
    expect(ungrouped(everythingPublic(directory))).not.toMatch(/18525553600|25553600/);
  });

  test('stays on the record, without a way to call it', () => {
    const phone = presentDirectory(directory).stations[0]?.phones.find(({ role }) => role === 'mobile');
    expect(phone).toMatchObject({ printed: null, e164: null, tel: null, flags: ['phone.not_public'] });
    expect(everythingPublic(directory)).toContain('"移动电话","手机","这个号码已停用","","",');
  });

  test('leaves every other number as it is', () => {
    const text = everythingPublic(directory);
    expect(text).toContain('+8641186902732');
    expect(text).toContain('185 2555 3908');
  });

  test('is shown again once the decision is undone', () => {
    const flags = [aFlag({ status: 'superseded' })];
    expect(everythingPublic(aDirectory({ flags }))).toContain('+8618525553600');
  });

  test('does not take the same number from a station that keeps it', () => {
    const other = aMobile({ id: 'lin-mobile-1', station: 'lin' });
    const stations = [aStation(), aStation({ id: 'lin', row: 2 })];
    const api = presentDirectory(aDirectory({ stations, phones: [aPhone(), aMobile(), other], flags: [aFlag()] }));
    expect(api.stations.map(({ phones }) => phones.at(-1)?.tel ?? null)).toEqual([null, 'tel:+8618525553600']);
  });
});

test('an error flag takes away what can be dialled, also where a fault left a tel, and keeps what is printed', () => {
  const directory = aDirectory({ flags: [aFlag({ code: 'phone.too_short' })] });
  const api = presentDirectory(directory);
  expect(api.stations[0]?.phones.at(-1)).toMatchObject({ printed: '18525553600', e164: null, tel: null });
  expect(contactOf(api.stations[0] ?? expect.fail(), directory, null)?.phones).toHaveLength(1);
});

test('a warning takes nothing away', () => {
  const flags = [aFlag({ code: 'phone.column_mismatch', severity: 'warning' })];
  expect(presentDirectory(aDirectory({ flags })).stations[0]?.phones.at(-1)?.tel).toBe('tel:+8618525553600');
});
