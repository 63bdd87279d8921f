import { describe, expect, it } from 'vitest';
import { aDirectory, aMobile, aPhone, aStation } from '../../test/records.ts';
import type { Phone, PublishedDirectory } from '../directory/records.ts';
import { presentStations } from './api.ts';
import { contactOf } from './contacts.ts';
import { phoneNotes } from './phone-words.ts';
import { viewStation } from './present.ts';
import { rowOf } from './row.ts';

const FAX = aPhone({ id: 'shili-office-2', kind: 'fax', printed: '83990423', e164: null, tel: null, note: '传真' });
const SERVICE = aPhone({ kind: 'service', printed: '400-820-0001', e164: '+864008200001', tel: 'tel:+864008200001' });
const SHORT = aPhone({ kind: 'service', printed: '11185', e164: null, tel: 'tel:11185', areaCodeFrom: null });

const directoryOf = (...phones: Phone[]): PublishedDirectory => aDirectory({ phones });
const shown = (directory: PublishedDirectory) => rowOf(directory, viewStation(directory, aStation())).phones;
const api = (directory: PublishedDirectory) => presentStations(directory)[0] ?? expect.fail();

describe('a fax', () => {
  const directory = directoryOf(FAX, aMobile());

  it('reads that it cannot be called, and comes last', () => {
    expect(shown(directory).map(({ kind, tel, problem }) => [kind, tel, problem])).toEqual([
      ['手机', 'tel:+8618525553600', undefined],
      ['传真', null, '传真，不能拨打'],
    ]);
  });

  it('stands in no contact, and carries no flag', () => {
    const station = api(directory);
    expect(contactOf(station, directory, null)?.phones.map(({ kind }) => kind)).toEqual(['mobile']);
    expect(station.phones.map(({ kind, tel, flags }) => [kind, tel, flags])).toContainEqual(['fax', null, []]);
  });
});

it('a service’s number is called as it stands, a short code too', () => {
  expect(shown(directoryOf(SERVICE))).toMatchObject([{ kind: '服务电话', digits: '400 820 0001', tel: SERVICE.tel }]);
  expect(shown(directoryOf(SHORT))).toMatchObject([{ kind: '服务电话', digits: '11185', tel: 'tel:11185' }]);
});

describe('what is printed beside a number', () => {
  const directory = directoryOf(
    aPhone({ note: '晚上', namesPerson: true, cells: [{ ...aCell(), raw: '86902732（晚上）王某某' }] }),
  );

  it('is said to readers', () => {
    const [view] = viewStation(directory, aStation()).phones;
    expect(phoneNotes(directory, view ?? expect.fail())).toEqual(['旁边印着“晚上”']);
    expect(api(directory).phones[0]).toMatchObject({ printed: '86902732', note: '晚上' });
  });

  it('is kept from them where it is a person’s name', () => {
    expect(JSON.stringify([api(directory), shown(directory)])).not.toMatch(/王某某|namesPerson/);
  });
});

function aCell(): Phone['cells'][number] {
  return aPhone().cells[0] ?? expect.fail();
}

it('a station without a number says so in a list: a name alone looks like a fault', () => {
  const bare = aDirectory({ phones: [] });
  expect(rowOf(bare, viewStation(bare, aStation()))).toMatchObject({ phones: [], note: '报上没印这个站的号码。' });
});
