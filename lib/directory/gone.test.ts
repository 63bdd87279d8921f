import { describe, expect, test } from 'vitest';
import { aDirectory, aMobile, aPhone, aStation } from '../../test/records.ts';
import { goneDistrict, goneStation, type Past } from './gone.ts';
import { firstIdentities, withEdition } from './identities.ts';
import { noteOf, type Phone, type PublishedDirectory } from './records.ts';

const FIRST = aDirectory({
  stations: [aStation(), aStation({ id: 'lin', district: { ...aStation().district, value: 'linqu' } })],
  phones: [aPhone(), aMobile({ id: 'lin-mobile-1', station: 'lin' })],
});
const linOnly = (phones: Phone[]): PublishedDirectory => {
  const districts = FIRST.districts.slice(1);
  return aDirectory({ districts, stations: FIRST.stations.slice(1), phones });
};
const withNumber = linOnly([aPhone({ id: 'lin-office-1', station: 'lin' })]);

/** `directory` is in force; the second edition and those behind it are `later`. */
function aPast(directory: PublishedDirectory, later: PublishedDirectory[], kept: readonly string[] = []): Past {
  const all = [FIRST, ...later];
  const identities = later.reduce((known, one, at) => withEdition(known, at + 2, one), firstIdentities(FIRST));
  const editions = all.map(({ facts }, at) => ({
    seq: at + 1,
    note: noteOf({ ...facts, id: `e${at + 1}`, effectiveFrom: `202${5 + at}-01-01` }),
    kept: at === 1 ? kept : [],
  }));
  return { directory, identities, editions };
}

describe('a station that is not in the edition in force', () => {
  const past = aPast(withNumber, [withNumber]);

  test('is known by its name, its last notice, and where its number is printed now', () => {
    expect(goneStation(past, 'shili')).toMatchObject({
      ...{ id: 'shili', name: '示例', last: { id: 'e1' } },
      ...{ since: '2025-01-01', until: '2026-01-01', numbersAt: ['lin'] },
    });
  });

  test('is no other: one in force, or an id that was never given', () => {
    expect([goneStation(past, 'lin'), goneStation(past, 'nobody'), goneStation(past, '__proto__')]).toEqual([
      ...[null, null, null],
    ]);
  });

  test('stood last in the edition that printed it, not in one in which it was kept', () => {
    const third = aPast(withNumber, [FIRST, withNumber], ['shili']);
    expect(goneStation(third, 'shili')).toMatchObject({ last: { id: 'e1' }, until: '2027-01-01' });
  });

  test('may stand in a later edition alone, where an earlier one was put back', () => {
    const added = aDirectory({ stations: [...FIRST.stations, aStation({ id: 'xin' })] });
    expect(goneStation(aPast(FIRST, [added]), 'xin')).toMatchObject({ last: { id: 'e2' }, until: null });
  });
});

describe('its number', () => {
  const numbersAt = (...phones: Phone[]) => {
    const directory = linOnly(phones);
    return goneStation(aPast(directory, [directory]), 'shili')?.numbersAt;
  };

  test('is nowhere where nobody prints it', () => {
    expect(numbersAt(aMobile({ id: 'lin-mobile-1', station: 'lin' }))).toEqual([]);
  });

  test('is not printed where staff gave it in the place of another', () => {
    const check = { how: 'called', at: '2026-11-29T02:00:00.000Z' } as const;
    expect(numbersAt(aPhone({ id: 'lin-office-1', station: 'lin', corrected: check, checked: check }))).toEqual([]);
  });

  test('is shown nowhere where it is out of use', () => {
    expect(numbersAt(aPhone({ id: 'lin-office-1', station: 'lin', tel: null, e164: null }))).toEqual([]);
  });

  test('is the last one it had', () => {
    const changed = aDirectory({
      ...FIRST,
      phones: [aPhone({ id: 'shili-office-2', printed: '83990423', tel: null })],
    });
    expect(goneStation(aPast(withNumber, [changed, withNumber]), 'shili')?.numbersAt).toEqual([]);
  });
});

test('a district that is not in the edition in force is known by its label', () => {
  const past = aPast(withNumber, [withNumber]);
  expect(goneDistrict(past, 'shiliqu')).toMatchObject({ name: '示例区', last: { id: 'e1' }, until: '2026-01-01' });
  expect([goneDistrict(past, 'linqu'), goneDistrict(past, 'nobody')]).toEqual([null, null]);
});
