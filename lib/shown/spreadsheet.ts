import { withholds } from '../directory/standing.ts';
import { ageOf, ageSentence } from '../wording/age.ts';
import { alsoFoundWords, areaCodeWords, howWords, tableHeadings } from '../wording/downloads.ts';
import { openWords } from '../wording/open.ts';
import { COLUMN, KIND, words } from '../wording/reader.ts';
import type { ApiDirectory, ApiPhone, ApiStation } from './api-records.ts';
import { dialled } from './contacts.ts';
import { spacedDigits } from './spaced-digits.ts';

/** What a row of the table is made of: a station, and a number where it has one. */
interface Line {
  station: ApiStation;
  phone: ApiPhone | null;
  directory: ApiDirectory;
  /** The label of a district; '' for none. */
  labelOf: (district: string | null) => string;
}

type SheetColumn = keyof typeof tableHeadings;
const SEPARATOR = '；';

/** What stands in each column. The order is that of the headings, where a new one has its words. */
const CELLS: Readonly<Record<SheetColumn, (line: Line) => string>> = {
  // What no paper prints stands in no line and no column of it.
  row: ({ station }) => (station.added ? '' : String(station.row)),
  id: ({ station }) => station.id,
  printedDistrict: ({ station }) => station.district.printed ?? '',
  district: ({ station, labelOf }) => labelOf(station.district.value),
  districtHow: ({ station: { district, added } }) =>
    district.value === null ? '' : howWords[added ? 'added' : district.how],
  printedName: ({ station }) => station.printedName ?? '',
  name: ({ station }) => station.name ?? '',
  aliases: ({ station }) => station.aliases.join(SEPARATOR),
  alsoFoundUnder: ({ station, labelOf }) =>
    station.alsoFoundUnder
      .map(({ district, reason }) => `${labelOf(district)}（${alsoFoundWords[reason]}）`)
      .join(SEPARATOR),
  column: ({ phone }) => (phone && phone.source !== 'added' ? COLUMN[phone.role] : ''),
  kind: ({ phone }) => (phone ? KIND[phone.kind] : ''),
  printed: ({ phone }) => (phone && withholds(phone.flags) ? words.outOfUse : groupedPrint(phone?.printed ?? '')),
  digits: ({ phone, directory }) =>
    phone?.tel ? spacedDigits(dialled(phone.tel), directory.country, phone.extension) : '',
  tel: ({ phone }) => phone?.tel ?? '',
  extension: ({ phone }) => phone?.extension ?? '',
  areaCodeFrom: ({ phone }) => (phone?.areaCodeFrom ? areaCodeWords[phone.areaCodeFrom] : ''),
  age: ({ phone, directory }) => (phone ? ageText(phone, directory) : ''),
  otherCells: ({ station }) => station.otherCells.map(({ raw }) => raw).join(SEPARATOR),
  flags: ({ station, phone }) => [...(phone?.flags ?? []), ...otherFlags(station)].join(SEPARATOR),
  address: ({ station }) => station.address?.value ?? '',
  hours: ({ station }) => (station.hours ? openWords.week(station.hours.value).join(SEPARATOR) : ''),
  note: ({ station }) => station.note?.value ?? '',
};

const COLUMNS = Object.keys(tableHeadings) as SheetColumn[];

/** From the length of the shortest local number: in fours from the right, as people part them. */
const DIGITS_ALONE = /^[0-9０-９]{7,}$/;

/** A print of digits alone is an amount to a spreadsheet, which drops its first 0 and shows the rest as 1.85E+10. */
const groupedPrint = (printed: string): string =>
  DIGITS_ALONE.test(printed) ? printed.replace(/.(?=(?:.{4})+$)/gu, '$& ') : printed;

function ageText(phone: ApiPhone, { edition, editions }: ApiDirectory): string {
  const { printedAbout } = editions.find(({ id }) => id === phone.edition) ?? edition;
  return ageSentence(ageOf({ printedAbout, ...phone }));
}

/**
 * The directory as a table for spreadsheets: a heading, then a row for each number, in printed order, and one for a
 * station without any. Printed values stand beside what was made of them. Every number is a text that a spreadsheet
 * keeps as it is.
 */
export function tableOf(directory: ApiDirectory): string[][] {
  const labels = new Map(directory.districts.map(({ id, label }) => [id, label]));
  const labelOf = (district: string | null) => (district === null ? '' : (labels.get(district) ?? district));
  const rows = directory.stations.flatMap((station) => {
    const phones = station.phones.length > 0 ? station.phones : [null];
    return phones.map((phone) => COLUMNS.map((column) => CELLS[column]({ station, phone, directory, labelOf })));
  });
  return [Object.values(tableHeadings), ...rows];
}

/** The flags of a station that are about none of its numbers. */
function otherFlags({ phones, flags }: ApiStation): string[] {
  return flags.filter((code) => !phones.some((phone) => phone.flags.includes(code)));
}
