import { describe, expect, test } from 'vitest';
import { aDirectory, aMobile, aPhone, aStation } from '../../test/records.ts';
import { noteOf, type PublishedDirectory } from '../directory/records.ts';
import { ageSentence } from '../wording/age.ts';
import { ageOfPhone, cityLineAge, isAllAsPrinted, listAge, listedSince } from './age.ts';
import { presentDirectory } from './api.ts';
import { contactOf } from './contacts.ts';
import { viewStation } from './present.ts';
import { rowOf } from './row.ts';
import { sourceWords } from './source-words.ts';
import { tableOf } from './spreadsheet.ts';

const CHECK = { how: 'called', at: '2026-11-29T02:00:00.000Z' } as const;
const CORRECTED = { checked: CHECK, corrected: CHECK, e164: '+8615400000001', tel: 'tel:+8615400000001' };

/** A directory whose second edition is in force: `shili` stands in it, `lin` was kept from the first. */
function secondEdition(over: Partial<PublishedDirectory> = {}): PublishedDirectory {
  const { facts: first } = aDirectory();
  const facts = { ...first, id: 'example-2026-12-01', effectiveFrom: '2026-12-01', printedAbout: '2026-12' };
  const kept = aStation({ id: 'lin', row: 1, keptFrom: first.id });
  return aDirectory({
    facts,
    editions: [noteOf(first), noteOf(facts)],
    firstIn: { shili: facts.id, lin: first.id },
    stations: [aStation(), kept],
    phones: [aPhone(), aMobile(), aPhone({ id: 'lin-office-1', station: 'lin', printed: '83990423' })],
    ...over,
  });
}

const rowsOf = (directory: PublishedDirectory) =>
  directory.stations.map((station) => rowOf(directory, viewStation(directory, station)));

describe('a number in an edition', () => {
  const directory = secondEdition();

  test('is as old as that edition; one of a station that was kept, as the one that printed it', () => {
    expect(directory.phones.map((phone) => ageOfPhone(directory, phone)[0])).toEqual([
      '2026年12月登报',
      '2026年12月登报',
      '2025年1月登报',
    ]);
    expect(rowsOf(directory).map(({ age }) => age?.[0])).toEqual(['2026年12月登报', '2025年1月登报']);
    expect(isAllAsPrinted(directory)).toBe(false);
  });

  test('names the edition to programs, and its station since when it is listed', () => {
    const { stations, editions } = presentDirectory(directory);
    expect(editions.map(({ id }) => id)).toEqual(['example-2025-01-01', 'example-2026-12-01']);
    expect(stations.map(({ since, until, phones }) => [since, until, phones[0]?.edition])).toEqual([
      ['2026-12-01', null, 'example-2026-12-01'],
      ['2025-01-01', null, 'example-2025-01-01'],
    ]);
    expect(listedSince(aDirectory(), aStation())).toBe('2025-01-01');
  });

  test('is as old in contacts and in the table', () => {
    const api = presentDirectory(directory);
    expect(api.stations.map((station) => contactOf(station, directory, null)?.note)).toEqual([
      '2026年12月登报，尚未核实',
      '2025年1月登报，尚未核实',
    ]);
    const [head = [], ...rows] = tableOf(api);
    expect(rows.map((row) => row[head.indexOf('核实情况')])).toEqual([
      '2026年12月登报，尚未核实',
      '2026年12月登报，尚未核实',
      '2025年1月登报，尚未核实',
    ]);
  });
});

describe('a city line that goes over to the next edition', () => {
  test('is as old as the first edition that had it', () => {
    expect(ageSentence(cityLineAge(secondEdition()))).toBe('2025年1月登报，尚未核实');
  });

  test('is as old as the one that changed it', () => {
    const directory = secondEdition();
    const [first = expect.fail(), second = expect.fail()] = directory.editions;
    const editions = [{ ...first, cityLine: { ...first.cityLine, tel: 'tel:+864008200001' } }, second];
    expect(cityLineAge({ ...directory, editions })[0]).toBe('2026年12月登报');
  });

  test('that somebody checked or corrected says when and how, and no paper', () => {
    const { facts, ...directory } = secondEdition();
    const age = (over: object) => {
      const decided = { ...directory, facts: { ...facts, cityLine: { ...facts.cityLine, ...over } } };
      return [
        ageSentence(cityLineAge(decided)),
        isAllAsPrinted(decided),
        sourceWords(decided).join('').includes('核实'),
      ];
    };
    expect(age({ checked: CHECK })).toEqual(['2026年11月29日电话核实', false, true]);
    expect(age({ checked: CHECK, corrected: CHECK })).toEqual(['2026年11月29日电话核实后更正', false, true]);
  });
});

describe('a number that staff corrected', () => {
  const directory = aDirectory({ phones: [aPhone(), aMobile(CORRECTED)] });

  test('says so in its row, beside another that says its own', () => {
    expect(rowsOf(directory)[0]?.age).toBeUndefined();
    expect(rowsOf(directory)[0]?.phones.map(({ age }) => age)).toEqual([
      ['2025年1月登报', '·', '尚未核实'],
      ['2026年11月29日', '', '电话核实后更正'],
    ]);
  });

  test('says so to programs, with what is printed beside', () => {
    expect(presentDirectory(directory).stations[0]?.phones.map((phone) => [phone.source, phone.checked])).toEqual([
      ['printed', null],
      ['corrected', CHECK],
    ]);
  });

  test('says so in the contact and in the table, and never that it was printed', () => {
    const only = aDirectory({ phones: [aMobile(CORRECTED)] });
    const api = presentDirectory(only);
    expect(contactOf(api.stations[0] ?? expect.fail(), only, null)?.note).toBe('2026年11月29日电话核实后更正');
    const [head = [], row = []] = tableOf(api);
    expect(row[head.indexOf('核实情况')]).toBe('2026年11月29日电话核实后更正');
  });

  test('is told of in the foot of every page', () => {
    expect(sourceWords(directory).join('')).toBe(
      '号码来自2025年1月报上的通知和工作人员的核实；这里不是报社或邮政官网。',
    );
    expect(sourceWords(aDirectory()).join('')).toBe('号码来自2025年1月报上的通知；这里不是报社或邮政官网。');
    expect([isAllAsPrinted(directory), isAllAsPrinted(aDirectory())]).toEqual([false, true]);
  });
});

test('numbers that were checked on one day in one way share one line', () => {
  const checks = ['2026-11-29T02:00:00.000Z', '2026-11-29T03:00:00.000Z'].map((at) => ({ how: 'called', at }) as const);
  const [office = CHECK, mobile = CHECK] = checks;
  const directory = aDirectory({ phones: [aPhone({ checked: office }), aMobile({ checked: mobile })] });
  expect(rowsOf(directory)[0]?.age).toEqual(['2026年11月29日', '', '电话核实']);
});

describe('a list', () => {
  const viewsOf = (directory: PublishedDirectory) => directory.stations.map((one) => viewStation(directory, one));
  const listOf = (phones: PublishedDirectory['phones'], over: Partial<PublishedDirectory> = {}) => {
    const directory = aDirectory({ stations: [aStation()], phones, ...over });
    const said = listAge(directory, viewsOf(directory));
    const rows = directory.stations.map((one) => rowOf(directory, viewStation(directory, one), { ageSaid: said?.age }));
    return { said: said?.parts.join(''), rows };
  };

  test('says once how old its numbers are while all are alike, and no row repeats it', () => {
    const { said, rows } = listOf([aPhone(), aMobile()]);
    expect(said).toBe('号码都是2025年1月登报的，还没有人核实。');
    expect(rows[0]?.age).toBeUndefined();
    expect(rows[0]?.phones.map(({ age }) => age)).toEqual([undefined, undefined]);
  });

  test('leaves to a number that differs what it is, and claims nothing of it', () => {
    const { said, rows } = listOf([aPhone(), aMobile(CORRECTED)]);
    expect(said).toBe('没写日期的号码，都是2025年1月登报的，还没有人核实。');
    expect(rows[0]?.phones.map(({ age }) => age?.join(''))).toEqual([undefined, '2026年11月29日电话核实后更正']);
  });

  test('says nothing where every number says its own, beside the name where they are alike', () => {
    const { said, rows } = listOf([aPhone({ checked: CHECK }), aMobile({ checked: CHECK })]);
    expect(said).toBeUndefined();
    expect(rows[0]?.age?.join('')).toBe('2026年11月29日电话核实');
  });
});
