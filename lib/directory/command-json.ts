import type { RefusalCode } from './flags.ts';
import type { Normalised } from './normalise.ts';
import type { Cell, District, Flag, How, Phone, SetAside, Station } from './records.ts';
import type { Place } from './refusal.ts';

/** What `npm run -s normalise -- FILE --json` prints: one object, also where the file is refused. */
export interface CommandJson {
  /** `ok`: neither errors nor warnings. */
  outcome: 'ok' | 'ok_with_flags' | 'rejected';
  error?: { code: RefusalCode; message: string; place: Place | null; remedy: string };
  districts: { id: string; label: string; kind: District['kind']; stations: string[] }[];
  stations: CommandStation[];
  flags: CommandFlag[];
  setAside: SetAside[];
}

interface CommandStation {
  id: string;
  row: number;
  district: { printed: string | null; value: string | null; how: How };
  name: string | null;
  aliases: string[];
  phones: Pick<Phone, 'role' | 'printed' | 'kind' | 'e164' | 'extension' | 'tel'>[];
  alsoFoundUnder: Station['alsoFoundUnder'];
  flags: Flag['code'][];
  /** Cells in columns that are neither district, name nor number. */
  otherCells: Pick<Cell, 'col' | 'raw'>[];
}

interface CommandFlag
  extends Pick<Flag, 'code' | 'severity' | 'dimension' | 'row' | 'printed' | 'evidence' | 'suggestion'> {
  station: string | null;
  field: Flag['subject']['field'];
}

/** The result as the command prints it. */
export function presentNormalised(tables: Normalised): CommandJson {
  const phonesOf = Map.groupBy(tables.phones, ({ station }) => station);
  const flagsOf = Map.groupBy(tables.flags, ({ subject }) => subject.record);
  const stationsOf = Map.groupBy(tables.stations, ({ district }) => district.value);
  return {
    outcome: tables.flags.some(({ severity }) => severity !== 'info') ? 'ok_with_flags' : 'ok',
    districts: tables.districts.map(({ id, label, kind }) => {
      const stations = (stationsOf.get(id) ?? []).map((station) => station.id);
      return { id, label, kind, stations };
    }),
    stations: tables.stations.map((station) =>
      presentStation(station, phonesOf.get(station.id) ?? [], flagsOf.get(station.id) ?? []),
    ),
    flags: tables.flags.map(presentFlag),
    setAside: tables.setAside,
  };
}

/** A refusal as the command prints it. */
export function presentRefusal(error: NonNullable<CommandJson['error']>): CommandJson {
  return { outcome: 'rejected', error, districts: [], stations: [], flags: [], setAside: [] };
}

function presentStation(station: Station, phones: readonly Phone[], flags: readonly Flag[]): CommandStation {
  const { id, row, district, name, aliases, alsoFoundUnder, otherCells } = station;
  return {
    id,
    row,
    district: { printed: district.printed, value: district.value, how: district.how },
    name: name.value,
    aliases,
    phones: phones.map(({ role, printed, kind, e164, extension, tel }) => {
      return { role, printed, kind, e164, extension, tel };
    }),
    alsoFoundUnder,
    flags: [...new Set(flags.map(({ code }) => code))],
    otherCells: otherCells.map(({ col, raw }) => ({ col, raw })),
  };
}

function presentFlag({ code, severity, dimension, subject, row, printed, evidence, suggestion }: Flag): CommandFlag {
  const { record: station, field } = subject;
  return { code, severity, dimension, station, field, row, printed, evidence, suggestion };
}
