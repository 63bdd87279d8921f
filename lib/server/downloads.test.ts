import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { readContact, readDownload } from './downloads.ts';
import { readWorkbook } from './xlsx/workbook.ts';

const bodyOf = async (file: string) =>
  String((await readDownload('dalian', file, null))?.body ?? expect.fail(`no ${file}`));

/** The contacts of a file as an address book reads them: name, numbers, note. */
function contacts(body: string) {
  const cards = body.split(/(?<=END:VCARD\r\n)/).map((card) => new ICAL.Component(ICAL.parse(card)));
  return cards.map((card) => ({
    name: card.getFirstPropertyValue('fn'),
    numbers: card.getAllProperties('tel').map((tel) => tel.getFirstValue()),
    note: card.getFirstPropertyValue('note'),
    url: card.getFirstPropertyValue('url'),
  }));
}

test('沙河 is saved with its landline only, and how old it is', async () => {
  const contact = await readContact('dalian', 'shahe', 'https://baoda.example');
  expect(contact).toMatchObject({ filename: 'shahe.vcf', mediaType: 'text/vcard; charset=utf-8' });
  expect(contacts(String(contact?.body))).toEqual([
    {
      name: '沙河发行站',
      numbers: ['+8641184509083'],
      note: '2025年1月登报，尚未核实',
      url: 'https://baoda.example/dalian/stations/shahe',
    },
  ]);
});

test('the number without a station says so, and is not named', async () => {
  const [contact] = contacts(String((await readContact('dalian', 'row-27', null))?.body));
  expect(contact).toMatchObject({ name: '大连报纸 没写站名的号码', numbers: ['+8618698660527'], url: null });
  expect(contact?.note).toContain('还不能确认是不是发行站');
});

test('all contacts hold the 56 numbers that can be called, each landline before the mobile', async () => {
  const all = contacts(await bodyOf('dalian.vcf'));
  expect(all).toHaveLength(33);
  expect(all.flatMap(({ numbers }) => numbers)).toHaveLength(56);
  expect(all.find(({ name }) => name === '锦绣发行站')?.numbers).toEqual(['+8641186902732', '+8618525553600']);
  expect(JSON.stringify(all)).not.toContain('1852555368');
});

test('the spreadsheet has a row for each of the 57 numbers, the broken one with nothing to dial', async () => {
  const lines = (await bodyOf('dalian.csv')).split('\r\n').filter((line) => line !== '');
  expect(lines).toHaveLength(58);
  const broken = lines.filter((line) => line.includes('18 5255 5368'));
  expect(broken).toHaveLength(1);
  expect(broken[0]).toContain('"18 5255 5368","","","",""');
  expect(broken[0]).toContain('phone.too_short');
  expect(lines.filter((line) => /"tel:\+861\d{10}"|"tel:\+86411\d{8}"/.test(line))).toHaveLength(56);
});

test('every number of the spreadsheet is a text: in groups, or a link', async () => {
  const body = await bodyOf('dalian.csv');
  expect(body).toContain('"8690 2732","0411 8690 2732","tel:+8641186902732"');
  expect(body).toContain('"185 2555 3233","185 2555 3233","tel:+8618525553233"');
  expect(body).not.toMatch(/"[+=]|"\d{5,}"/);
});

test('the workbook holds the table of the CSV, cell by cell', async () => {
  const workbook = await readDownload('dalian', 'dalian.xlsx', null);
  const { sheets } = await readWorkbook(workbook?.body as Uint8Array, 'dalian.xlsx');
  const cells = sheets.flatMap(({ lines }) => lines.map((line) => line.cells)); // those at an end are left out if empty
  const rows = (await bodyOf('dalian.csv')).slice(1, -2).split('\r\n');
  const whole = cells.map((row) => [...row, ...Array<string>((cells[0]?.length ?? 0) - row.length).fill('')]);
  expect(whole.map((row) => `"${row.join('","')}"`)).toEqual(rows);
});

test('the records are whole: every table, with where each value stands', async () => {
  const records = JSON.parse(await bodyOf('dalian.json'));
  expect(records).toMatchObject({ directory: 'dalian', facts: { effectiveFrom: '2025-01-01' } });
  expect(records.stations).toHaveLength(33);
  expect(records.phones).toHaveLength(57);
  expect(records.flags).toHaveLength(94);
  expect(records.phones[0].cells[0]).toMatchObject({ row: 1, raw: '18525553233' });
});

test.each(['', 'dalian', 'dalian.exe', 'edition.json', '../service.json', '__proto__', '\0', 'a'.repeat(10_000)])(
  'there is no file %j',
  async (file) => expect(await readDownload('dalian', file, null)).toBeNull(),
);

test.each(['__proto__', '..', '', 'Dalian', '大连'])('no directory and no station is called %j', async (id) => {
  expect(await readDownload(id, `${id}.csv`, null)).toBeNull();
  expect(await readContact('dalian', id, null)).toBeNull();
});
