import { SEVERITIES } from '../directory/flags.ts';
import type { District, Flag, PublishedDirectory, Station } from '../directory/records.ts';
import { flagsByPhone, isStanding } from '../directory/standing.ts';
import { editionOfStation, listedSince } from './age.ts';
import type {
  ApiDirectory,
  ApiDirectoryList,
  ApiDistrict,
  ApiFlag,
  ApiPhone,
  ApiStation,
  ApiStationHit,
} from './api-records.ts';
import { phoneShape, stationShape } from './station-shape.ts';
import { type PublicPhone, type PublicTables, withhold } from './withhold.ts';

/** Landlines are offered before mobiles; of one kind, the printed order stays. */
const KIND_ORDER: readonly PublicPhone['kind'][] = ['fixed_line', 'service', 'mobile', 'unknown', 'fax'];

/** The standing codes, worst first, each once. */
function standingCodes(flags: readonly Flag[]): Flag['code'][] {
  const standing = flags.filter(isStanding);
  standing.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return [...new Set(standing.map(({ code }) => code))];
}

function presentPhone(directory: PublishedDirectory, phone: PublicPhone, own: readonly Flag[]): ApiPhone {
  const { id, areaCodeFrom, checked, corrected, added } = phone;
  return {
    ...{ id, ...phoneShape(phone), areaCodeFrom, checked },
    ...(added && { printed: null, added }),
    source: added ? 'added' : corrected ? 'corrected' : 'printed',
    edition: added ? null : editionOfStation(directory, phone.station),
    ...(corrected && { corrected }),
    flags: standingCodes(own),
  };
}

function presentStation(
  directory: PublishedDirectory,
  station: Station,
  phones: readonly ApiPhone[],
  own: readonly Flag[],
): ApiStation {
  const offered = phones.toSorted((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind));
  const { name, adminCandidates, address = null, hours = null, note = null, added = null } = station;
  return {
    ...stationShape(station, offered, standingCodes(own)),
    ...{ printedName: name.printed, adminCandidates },
    ...{ address, hours, note, added },
    ...{ since: listedSince(directory, station), until: null },
  };
}

function presentTables(directory: PublishedDirectory, { stations, phones, flags }: PublicTables): ApiStation[] {
  const flagsOf = flagsByPhone(flags);
  const flagsByStation = Map.groupBy(flags, (flag) => flag.subject.record);
  const phonesByStation = Map.groupBy(phones, (phone) => phone.station);
  return stations.map((station) => {
    const phonesOf = phonesByStation.get(station.id) ?? [];
    const own = phonesOf.map((phone) => presentPhone(directory, phone, flagsOf(phone)));
    return presentStation(directory, station, own, flagsByStation.get(station.id) ?? []);
  });
}

function presentDistrict({ id, label, kind, adminCandidates }: District, stations: readonly Station[]): ApiDistrict {
  const own = stations.filter((station) => station.district.value === id);
  return { id, label, kind, adminCandidates, stations: own.map((station) => station.id) };
}

function presentFlag(flag: Flag): ApiFlag {
  const { code, severity, dimension, subject, row, printed, evidence, suggestion, status } = flag;
  const { record: station, phone, field } = subject;
  return { code, severity, dimension, station, phone, field, row, printed, evidence, suggestion, status };
}

/** Every station as the API shows it, in printed order. */
export function presentStations(directory: PublishedDirectory): ApiStation[] {
  return presentTables(directory, withhold(directory));
}

/** The whole directory as the API shows it. */
export function presentDirectory(directory: PublishedDirectory): ApiDirectory {
  const { id, version, facts, service } = directory;
  const { title, city, country, areaCode, publisher, cityLine } = facts;
  const { effectiveFrom, printedAbout, sha256, mediaType, encoding, importedAt } = facts;
  const tables = withhold(directory);
  return {
    directory: id,
    version,
    ...{ title, city, country, areaCode, publisher },
    cityLine: { ...cityLine, source: cityLine.corrected ? 'corrected' : 'printed', checked: cityLine.checked ?? null },
    operator: service.operator,
    edition: { id: facts.id, effectiveFrom, printedAbout, sha256, mediaType, encoding, importedAt },
    editions: directory.editions.map((one) => ({
      ...{ id: one.id, title: one.title, effectiveFrom: one.effectiveFrom, printedAbout: one.printedAbout },
    })),
    districts: tables.districts.map((district) => presentDistrict(district, tables.stations)),
    stations: presentTables(directory, tables),
    flags: tables.flags.map(presentFlag),
    setAside: tables.setAside,
  };
}

/** One line of the list of directories; `url` is where the API shows the whole. */
export function presentDirectorySummary(
  { id, version, facts, stations }: Pick<PublishedDirectory, 'id' | 'version' | 'facts'> & { stations: number },
  url: string,
): ApiDirectoryList['directories'][number] {
  const { title, city, country, effectiveFrom } = facts;
  return { id, version, title, city, country, effectiveFrom, stations, url };
}

/**
 * The stations printed under a district, then those also found from it, each with the reason. With no district, all of
 * them as they come.
 */
export function filterByDistrict(stations: readonly ApiStation[], district: string | undefined): ApiStationHit[] {
  const hits = stations.map((station): ApiStationHit => {
    const also = station.alsoFoundUnder.find((other) => other.district === district);
    return { ...station, foundUnder: also?.reason ?? null };
  });
  if (district === undefined) return hits;
  const own = hits.filter((station) => station.district.value === district);
  return [...own, ...hits.filter((station) => station.district.value !== district && station.foundUnder !== null)];
}
