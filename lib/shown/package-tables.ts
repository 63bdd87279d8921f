import { districtSchema } from '../directory/records.ts';
import {
  type ApiDirectory,
  type ApiDistrict,
  type ApiPhone,
  type ApiStation,
  apiPhoneSchema,
  apiStationSchema,
} from './api-records.ts';

/**
 * The tables of a data package, for programs: codes where the spreadsheet has words, ids where it has labels. A new column
 * is one line here, and stands in the CSV and in what describes it.
 */

/** A field of a Table Schema (Frictionless), and what stands in its cells. */
interface Column<Row> {
  name: string;
  type: 'string' | 'integer' | 'date' | 'datetime' | 'array';
  description: string;
  constraints?: { required?: true; unique?: true; pattern?: string; enum?: readonly string[] };
  cell: (row: Row) => string;
}

interface Table<Row> {
  name: string;
  description: string;
  columns: readonly Column<Row>[];
  primaryKey: 'id';
  foreignKeys?: readonly { fields: string; reference: { resource: string; fields: string } }[];
  rowsOf: (directory: ApiDirectory) => readonly Row[];
}

type Value = string | null | undefined;

const text = <Row>(name: string, description: string, value: (row: Row) => Value): Column<Row> => ({
  ...{ name, type: 'string', description, cell: (row) => value(row) ?? '' },
});
/** What no row lacks. */
const sure = <Row>(column: Column<Row>): Column<Row> => ({ ...column, constraints: { required: true } });
const id = <Row extends { id: string }>(description: string): Column<Row> => ({
  ...text<Row>('id', description, (row) => row.id),
  constraints: { required: true, unique: true },
});
const code = <Row>(name: string, description: string, values: readonly string[], value: (row: Row) => Value) => ({
  ...text(name, description, value),
  constraints: { enum: values },
});
const list = <Row>(name: string, description: string, values: (row: Row) => readonly unknown[]): Column<Row> => {
  const cell = (row: Row) => (values(row).length === 0 ? '' : JSON.stringify(values(row)));
  return { name, type: 'array', description, cell };
};
/** To the second, as Table Schema has it. */
const moment = <Row>(name: string, description: string, value: (row: Row) => Value): Column<Row> => ({
  ...{ name, type: 'datetime', description, cell: (row) => value(row)?.replace(/\.\d+Z$/, 'Z') ?? '' },
});

const FLAGS = 'Codes of the doubts that stand, worst first.';
const { shape: phone } = apiPhoneSchema;
const HOW = phone.checked.unwrap().shape.how.options;
const TEL = { pattern: 'tel:\\+?[0-9]+(;ext=[0-9]{1,6})?' };

const DISTRICTS: Table<ApiDistrict> = {
  name: 'districts',
  description: 'Delivery areas of the post, not administrative districts.',
  columns: [
    id('As in addresses; never given again.'),
    sure(text('label', 'As readers see it.', ({ label }) => label)),
    code('kind', 'What it is.', districtSchema.shape.kind.options, ({ kind }) => kind),
  ],
  primaryKey: 'id',
  rowsOf: ({ districts }) => districts,
};

const STATIONS: Table<ApiStation> = {
  name: 'stations',
  description: 'Delivery stations, in printed order; one without a name is a number printed without a station.',
  columns: [
    id('As in addresses; never given again.'),
    sure({
      ...text('row', 'Of the printed table, from 1; 0 where staff added it.', ({ row }) => String(row)),
      type: 'integer',
    }),
    text('name', 'As it is now.', ({ name }) => name),
    text('printed_name', 'As printed.', ({ printedName }) => printedName),
    list('aliases', 'Other names it is found by.', ({ aliases }) => aliases),
    text('district', 'Id of its district.', ({ district }) => district.value),
    text('printed_district', 'As printed in its row.', ({ district }) => district.printed),
    code('district_how', 'Why that one.', apiStationSchema.shape.district.shape.how.options, (row) => row.district.how),
    list('also_found_under', 'Ids of districts it may belong to as well.', ({ alsoFoundUnder }) =>
      alsoFoundUnder.map(({ district }) => district),
    ),
    { ...text('since', 'From when the first edition that has it holds.', ({ since }) => since), type: 'date' },
    text('address', 'Said by staff: no paper prints it.', ({ address }) => address?.value),
    list('hours', 'When it is open; days 1 Monday to 7 Sunday.', ({ hours }) => hours?.value ?? []),
    text('note', 'A sentence for readers.', ({ note }) => note?.value),
    moment('added_at', 'When staff added it; empty where it is printed.', ({ added }) => added?.at),
    list('other_cells', 'What its row holds besides, as printed.', ({ otherCells }) =>
      otherCells.map(({ raw }) => raw),
    ),
    list('flags', FLAGS, ({ flags }) => flags),
  ],
  primaryKey: 'id',
  foreignKeys: [{ fields: 'district', reference: { resource: 'districts', fields: 'id' } }],
  rowsOf: ({ stations }) => stations,
};

const PHONES: Table<ApiPhone & { station: string }> = {
  name: 'phones',
  description: 'Numbers. Dial `tel` only: where it is empty the number must not be called, and `flags` says why.',
  columns: [
    id('Of this number at this station.'),
    sure(text('station', 'Id of its station.', ({ station }) => station)),
    code('role', 'Under which heading it is printed.', phone.role.options, ({ role }) => role),
    code('kind', 'Which kind of number it is.', phone.kind.options, ({ kind }) => kind),
    text('printed', 'As printed; empty where it is out of use.', ({ printed }) => printed),
    { ...text('tel', 'The URI to dial (RFC 3966).', ({ tel }) => tel), constraints: TEL },
    text('extension', 'What is dialled after it.', ({ extension }) => extension),
    code(
      'area_code_from',
      'Where its area code stands.',
      phone.areaCodeFrom.unwrap().options,
      (row) => row.areaCodeFrom,
    ),
    code('source', 'Whether it is the printed number.', phone.source.options, ({ source }) => source),
    text('edition', 'Id of the edition that prints it, or what it was corrected from.', ({ edition }) => edition),
    code('checked_how', 'How it was checked.', HOW, ({ checked }) => checked?.how),
    moment('checked_at', 'When it was checked.', ({ checked }) => checked?.at),
    code('corrected_how', 'How the number in its place was found.', HOW, ({ corrected }) => corrected?.how),
    moment('corrected_at', 'When it was corrected.', ({ corrected }) => corrected?.at),
    moment('added_at', 'When staff added it; empty where it is printed.', ({ added }) => added?.at),
    text('note', 'What is printed with it.', ({ note }) => note),
    list('flags', FLAGS, ({ flags }) => flags),
  ],
  primaryKey: 'id',
  foreignKeys: [{ fields: 'station', reference: { resource: 'stations', fields: 'id' } }],
  rowsOf: ({ stations }) => stations.flatMap(({ id: station, phones }) => phones.map((one) => ({ ...one, station }))),
};

/** A table as it is described and as it is filled, whatever its rows are made of. */
function packed<Row>({ name, description, columns, rowsOf, ...keys }: Table<Row>) {
  const fields = columns.map(({ cell: _, ...field }) => field);
  return {
    name,
    described: { name, description, schema: { fields, ...keys } },
    rows: (directory: ApiDirectory): string[][] => [
      columns.map((column) => column.name),
      ...rowsOf(directory).map((row) => columns.map(({ cell }) => cell(row))),
    ],
  };
}

export const PACKAGE_TABLES = [packed(DISTRICTS), packed(STATIONS), packed(PHONES)] as const;
