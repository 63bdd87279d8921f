import type { FileRefusalCode } from '../directory/flags.ts';
import type { District, Flag, SetAside, Station } from '../directory/records.ts';
import type { Normalised } from '../table/normalise.ts';
import type { FilePlace } from '../table/refusal.ts';
import type { ReadColumn, ReadTable } from '../table/tables.ts';
import { phoneShape, type StationShape, stationShape } from './station-shape.ts';

/** What `npm run -s normalise -- FILE --json` prints: one object, also where the file is refused. */
export interface CommandJson {
  /** `ok`: neither errors nor warnings. */
  outcome: 'ok' | 'ok_with_flags' | 'rejected';
  error?: { code: FileRefusalCode; message: string; place: FilePlace | null; remedy: string };
  districts: { id: string; label: string; kind: District['kind']; stations: string[] }[];
  /** `contactCells`: people's names as printed, for whoever reads the table in; the API and the files have none. */
  stations: (StationShape & { contactCells?: StationShape['otherCells'] })[];
  flags: CommandFlag[];
  setAside: SetAside[];
  /** The tables that were found, and what their columns were taken for. */
  tables: (Omit<ReadTable, 'at' | 'columns'> & { columns: Omit<ReadColumn, 'first'>[] })[];
  /** What is to be said of the file: what is hidden, what was not opened. */
  notes: string[];
}

interface CommandFlag
  extends Pick<Flag, 'code' | 'severity' | 'dimension' | 'row' | 'printed' | 'evidence' | 'suggestion'> {
  station: string | null;
  field: Flag['subject']['field'];
}

/**
 * The result as the command prints it, in pieces: of a table of 50,000 rows neither the whole text nor a second copy of
 * its records stands in memory. Joined, the pieces are the JSON of one `CommandJson`.
 */
export function* formatNormalised(tables: Normalised): Generator<string> {
  const phonesOf = Map.groupBy(tables.phones, ({ station }) => station);
  const flagsOf = Map.groupBy(tables.flags, ({ subject }) => subject.record);
  const codesOf = (station: string) => [...new Set((flagsOf.get(station) ?? []).map(({ code }) => code))];
  const stationsOf = Map.groupBy(tables.stations, ({ district }) => district.value);
  const outcome: CommandJson['outcome'] = tables.flags.some(({ severity }) => severity !== 'info')
    ? 'ok_with_flags'
    : 'ok';
  yield `{"outcome":"${outcome}"`;
  yield* formatList('districts', tables.districts, ({ id, label, kind }) => {
    const stations = (stationsOf.get(id) ?? []).map((station) => station.id);
    return { id, label, kind, stations };
  });
  yield* formatList('stations', tables.stations, (station) =>
    presentStation(station, (phonesOf.get(station.id) ?? []).map(phoneShape), codesOf(station.id)),
  );
  yield* formatList('flags', tables.flags, presentFlag);
  yield* formatList('setAside', tables.setAside, (row) => row);
  yield* formatList('tables', tables.tables, ({ at: _, columns, ...table }) => ({
    ...table,
    columns: columns.map(presentColumn),
  }));
  yield* formatList('notes', tables.notes, (note) => note);
  yield '}\n';
}

/** As the API says it, with what is for staff alone. */
function presentStation(
  station: Station,
  ...more: [StationShape['phones'], Flag['code'][]]
): CommandJson['stations'][number] {
  const contacts = station.contactCells?.map(({ col, raw }) => ({ col, raw }));
  return { ...stationShape(station, ...more), ...(contacts && { contactCells: contacts }) };
}

const presentColumn = ({ at, printed, kind, why }: ReadColumn) => ({ at, printed, kind, why });

type ListName = 'districts' | 'stations' | 'flags' | 'setAside' | 'tables' | 'notes';
/** Records a piece: few enough to be small, enough that writing them costs little. */
const PIECE = 200;

function* formatList<Name extends ListName, Value>(
  name: Name,
  values: readonly Value[],
  present: (value: Value) => CommandJson[Name][number],
): Generator<string> {
  yield `,"${name}":[`;
  for (let at = 0; at < values.length; at += PIECE) {
    const piece = values.slice(at, at + PIECE).map((value) => JSON.stringify(present(value)));
    yield `${at === 0 ? '' : ','}${piece.join(',')}`;
  }
  yield ']';
}

/** A refusal as the command prints it. */
export function presentRefusal(error: NonNullable<CommandJson['error']>): CommandJson {
  return { outcome: 'rejected', error, districts: [], stations: [], flags: [], setAside: [], tables: [], notes: [] };
}

function presentFlag({ code, severity, dimension, subject, row, printed, evidence, suggestion }: Flag): CommandFlag {
  const { record: station, field } = subject;
  return { code, severity, dimension, station, field, row, printed, evidence, suggestion };
}
