import { ageOf, ageSentence } from '../wording/age.ts';
import { alsoFoundWords, areaCodeWords, howWords, tableHeadings } from '../wording/downloads.ts';
import { COLUMN, KIND, words } from '../wording/reader.ts';
import type { ApiDirectory, ApiPhone, ApiStation } from './api-records.ts';
import { dialled } from './contacts.ts';
import { spacedDigits } from './spaced-digits.ts';

type SheetColumn = keyof typeof tableHeadings;
type SheetRow = Readonly<Record<SheetColumn, string>>;
type StationColumns = Omit<SheetRow, keyof typeof NO_PHONE | 'flags'>;

const COLUMNS = Object.keys(tableHeadings) as SheetColumn[];
const SEPARATOR = '；';

function stationColumns(station: ApiStation, labelOf: (district: string | null) => string): StationColumns {
  const { row, id, name, printedName, district, aliases, alsoFoundUnder, otherCells } = station;
  const others = alsoFoundUnder.map((other) => `${labelOf(other.district)}（${alsoFoundWords[other.reason]}）`);
  return {
    row: String(row),
    id,
    printedDistrict: district.printed ?? '',
    district: labelOf(district.value),
    districtHow: district.value === null ? '' : howWords[district.how],
    printedName: printedName ?? '',
    name: name ?? '',
    aliases: aliases.join(SEPARATOR),
    alsoFoundUnder: others.join(SEPARATOR),
    otherCells: otherCells.map(({ raw }) => raw).join(SEPARATOR),
  };
}

const NO_PHONE = { column: '', kind: '', printed: '', digits: '', e164: '', extension: '', areaCodeFrom: '', age: '' };

function phoneColumns(phone: ApiPhone, { country, edition, editions }: ApiDirectory): typeof NO_PHONE {
  const { role, kind, printed, e164, tel, extension, areaCodeFrom } = phone;
  const { printedAbout } = editions.find(({ id }) => id === phone.edition) ?? edition;
  return {
    column: COLUMN[role],
    kind: KIND[kind],
    printed: printed ?? words.outOfUse,
    digits: tel === null ? '' : spacedDigits(dialled(tel), country, extension),
    e164: e164 ?? '',
    extension: extension ?? '',
    areaCodeFrom: areaCodeFrom === null ? '' : areaCodeWords[areaCodeFrom],
    age: ageSentence(ageOf({ printedAbout, ...phone })),
  };
}

/**
 * The directory as a table for spreadsheets: a heading, then a row for each number, in printed order, and one for a
 * station without any. Printed values stand beside what was made of them.
 */
export function tableOf(directory: ApiDirectory): string[][] {
  const { districts, stations } = directory;
  const labels = new Map(districts.map(({ id, label }) => [id, label]));
  const labelOf = (district: string | null) => (district === null ? '' : (labels.get(district) ?? district));
  const rows = stations.flatMap((station): SheetRow[] => {
    const columns = { ...stationColumns(station, labelOf), flags: station.flags.join(SEPARATOR) };
    if (station.phones.length === 0) return [{ ...columns, ...NO_PHONE }];
    return station.phones.map((phone) => ({
      ...columns,
      ...phoneColumns(phone, directory),
      flags: [...phone.flags, ...otherFlags(station)].join(SEPARATOR),
    }));
  });
  return [Object.values(tableHeadings), ...rows.map((row) => COLUMNS.map((column) => row[column]))];
}

/** The flags of a station that are about none of its numbers. */
function otherFlags({ phones, flags }: ApiStation): string[] {
  return flags.filter((code) => !phones.some((phone) => phone.flags.includes(code)));
}
