import { describe, expect, it } from 'vitest';
import { aDirectory, aFlag, aPhone, aStation } from '../../test/records.ts';
import { presentDirectory } from '../shown/api.ts';
import { flaggedEntries } from '../shown/doubts.ts';
import { viewStation } from '../shown/present.ts';
import { rowOf } from '../shown/row.ts';
import type { Decision } from './decision.ts';
import { FLAGS, type FlagCode, type Severity } from './flags.ts';
import { groupedRecords } from './grouped.ts';
import { firstIdentities } from './identities.ts';
import { publish } from './publish.ts';
import { reviewQueue } from './queue.ts';
import { type Field, FLAG_STATUSES, type FlagStatus, type PublishedDirectory } from './records.ts';
import { subjectsOf } from './subjects.ts';

/**
 * Who is shown what of a flag, by what it weighs and what became of it. The one table of this law: every answer that
 * leaves the house is held against it, for every code.
 */
interface Law {
  /** The flag still says something: the API lists its code, and a page may make a remark of it. */
  stands: boolean;
  /** Its number may be called. */
  callable: boolean;
  /** The record of open doubts that readers have names the station. */
  listed: boolean;
  /** What staff have to do about it; null where it is not in their list at all. */
  desk: 'open' | 'in_verification' | 'settled' | null;
}

const law = (stands: boolean, callable: boolean, listed: boolean, desk: Law['desk']): Law => ({
  stands,
  callable,
  listed,
  desk,
});

const LAW: Record<Severity, Record<FlagStatus, Law>> = {
  error: {
    open: law(true, false, true, 'open'),
    in_verification: law(true, false, true, 'in_verification'),
    unverifiable: law(true, false, true, 'settled'),
    // Nothing but a new number makes an error's number callable.
    confirmed: law(true, false, true, 'settled'),
    corrected: law(false, true, false, 'settled'),
    superseded: law(false, true, false, null),
  },
  warning: {
    open: law(true, true, true, 'open'),
    in_verification: law(true, true, true, 'in_verification'),
    // Staff have done what they could; readers still know that it is not sure.
    unverifiable: law(true, true, true, 'settled'),
    confirmed: law(false, true, false, 'settled'),
    corrected: law(false, true, false, 'settled'),
    superseded: law(false, true, false, null),
  },
  info: {
    open: law(true, true, false, null),
    in_verification: law(true, true, false, null),
    unverifiable: law(true, true, false, null),
    confirmed: law(false, true, false, null),
    corrected: law(false, true, false, null),
    superseded: law(false, true, false, null),
  },
};

type Entry = { severity: Severity; variants?: Record<string, Severity> };
const severitiesOf = ({ severity, variants = {} }: Entry) => [...new Set([severity, ...Object.values(variants)])];
const CASES = (Object.entries(FLAGS) as [FlagCode, Entry][]).flatMap(([code, entry]) =>
  severitiesOf(entry).flatMap((severity) => FLAG_STATUSES.map((status) => [code, severity, status] as const)),
);

/** A number that could be called but for the flag; the flag is about the number, or about where its station lies. */
function directoryWith(code: FlagCode, severity: Severity, status: FlagStatus): PublishedDirectory {
  const phone = code.startsWith('phone.') ? 'shili-office-1' : null;
  const field = phone ? 'office' : code.startsWith('station.') ? 'name' : 'district';
  const flag = aFlag({ code, severity, status, rule: code, subject: { record: 'shili', phone, field } });
  return aDirectory({ stations: [aStation()], phones: [aPhone()], flags: [flag] });
}

const station = (directory: PublishedDirectory) => directory.stations[0] ?? expect.fail();

/** A decision about another station: `publish` gives back the tables untouched where there is none at all. */
const ELSEWHERE: Decision = {
  ...{ id: 'd1', seq: 1, directory: 'example', record: 'elsewhere', flag: null, phone: 'elsewhere-office-1' },
  ...{ field: null, action: 'check', how: 'called', before: null, after: null, reason: 'a test', by: 'a test' },
  ...{ at: '2026-08-12T00:00:00.000Z', approvedBy: null, answers: null, proposes: null, edition: 1, printed: null },
};

/** What everybody who asks is told about that one number, its station and its flag. */
function answers(directory: PublishedDirectory) {
  const view = viewStation(directory, station(directory));
  const [phone] = view.phones;
  const [shown] = rowOf(directory, view).phones;
  const api = presentDirectory(directory);
  const [forPrograms] = api.stations;
  return {
    readers: {
      page: { tel: phone?.tel, saysWhyNot: phone?.error !== null, hidden: phone?.outOfUse },
      row: { tel: shown?.tel, saysWhyNot: shown?.problem !== undefined, hidden: shown?.digits === null },
      sharedWithOthers: groupedRecords(directory).callable.has('+8641186902732'),
      listOfDoubts: flaggedEntries(directory, [view]).length,
    },
    programs: {
      codes: [...(forPrograms?.flags ?? [])],
      tel: forPrograms?.phones[0]?.tel,
      hidden: !JSON.stringify(api).includes('86902732'),
    },
    record: {
      tel: publish({ tables: directory, country: 'CN' }, firstIdentities(directory), [ELSEWHERE]).phones[0]?.tel,
    },
    staff: {
      queue: reviewQueue(directory)[0]?.status ?? null,
      form: subjectsOf(directory, station(directory), []).flatMap(({ flags }) => flags).length,
    },
  };
}

it.each(CASES)('%s, %s, %s', (code, severity, status) => {
  const { stands, callable, listed, desk } = LAW[severity][status];
  const isCallable = callable || !code.startsWith('phone.');
  const tel = isCallable ? 'tel:+8641186902732' : null;
  // No digit is shown of a number out of use, and of no other is one hidden.
  const hidden = code === 'phone.not_public' && stands;
  // That a number is out of use is itself a conclusion: it waits for nobody.
  const queue = desk !== null && code === 'phone.not_public' ? 'settled' : desk;
  expect(answers(directoryWith(code, severity, status))).toEqual({
    readers: {
      page: { tel, saysWhyNot: !isCallable, hidden },
      row: { tel, saysWhyNot: !isCallable, hidden },
      sharedWithOthers: isCallable,
      listOfDoubts: listed ? 1 : 0,
    },
    programs: { codes: stands ? [code] : [], tel, hidden },
    record: { tel },
    staff: { queue, form: desk === null ? 0 : 1 },
  });
});

describe('a district whose stations may all lie elsewhere', () => {
  const NAMELESS: Field = { printed: null, value: null, cells: [], how: 'printed' };

  it.each(FLAG_STATUSES)('offers the city line first while that is %s, as long as the doubt stands', (status) => {
    const flag = (code: FlagCode) =>
      aFlag({ code, severity: 'warning', status, subject: { record: 'shili', phone: null, field: 'district' } });
    const directory = (code: FlagCode) =>
      aDirectory({ stations: [aStation({ name: NAMELESS })], phones: [], flags: [flag(code)] });
    const isFirst = (code: FlagCode) => groupedRecords(directory(code)).cityLineFirst.has('shiliqu');
    expect(isFirst('district.boundary_uncertain')).toBe(LAW.warning[status].stands);
    expect(isFirst('district.admin_ambiguous')).toBe(false);
  });
});
