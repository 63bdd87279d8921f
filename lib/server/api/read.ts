import type { PublishedDirectory } from '../../directory/records.ts';
import { paths } from '../../paths.ts';
import { noticesInForce } from '../../reports/notices.ts';
import { filterByDistrict, presentDirectory, presentDirectorySummary, presentStations } from '../../shown/api.ts';
import { type ApiNotices, presentNotice } from '../../shown/api-notices.ts';
import type {
  ApiDirectory,
  ApiDirectoryList,
  ApiStation,
  ApiStationResponse,
  ApiStations,
} from '../../shown/api-records.ts';
import { goneSentences } from '../../shown/gone.ts';
import { problemDetails } from '../../wording/api.ts';
import { goneWords } from '../../wording/gone.ts';
import { listSummaries } from '../city-summaries.ts';
import { findDirectory } from '../directories.ts';
import { findGoneStation } from '../gone.ts';
import { findStationIds } from '../lookup.ts';
import { listNotices } from '../notices.ts';
import { shownCities } from '../shown-cities.ts';
import { getStore } from '../store.ts';
import { isId, type StationsParameters } from './parameters.ts';
import { Problem } from './problems.ts';

/** @throws Problem `directory_not_found`, naming those there are. */
async function requireDirectory(id: string): Promise<PublishedDirectory> {
  const directory = isId(id) ? await findDirectory(id) : null;
  if (directory) return directory;
  throw new Problem('directory_not_found', problemDetails.directory(await shownIds()));
}

const shownIds = async (): Promise<string[]> => (await shownCities()).map(({ id }) => id);

/** Every directory of this deployment, one line each. */
export async function readDirectories(): Promise<ApiDirectoryList> {
  const summaries = await listSummaries(await getStore());
  return { directories: summaries.map((summary) => presentDirectorySummary(summary, paths.api.directory(summary.id))) };
}

/** @throws Problem where there is no such directory. */
export async function readDirectory(id: string): Promise<ApiDirectory> {
  return presentDirectory(await requireDirectory(id));
}

/** @throws Problem where there is no such directory or district. */
export async function readStations(id: string, { q, district, limit }: StationsParameters): Promise<ApiStations> {
  const directory = await requireDirectory(id);
  requireDistrict(district, directory);
  const stations = presentStations(directory);
  const hits = filterByDistrict(q === '' ? stations : pick(stations, findStationIds(directory, q)), district);
  return { directory: id, version: directory.version, total: hits.length, stations: hits.slice(0, limit) };
}

/** The stations that were found, in the order in which they were found. */
function pick(stations: readonly ApiStation[], found: readonly string[]): ApiStation[] {
  const byId = new Map(stations.map((station) => [station.id, station]));
  return found.map((id) => byId.get(id)).filter((station) => station !== undefined);
}

function requireDistrict(district: string | undefined, { districts }: PublishedDirectory): void {
  if (district === undefined || districts.some(({ id }) => id === district)) return;
  throw new Problem('invalid_parameter', problemDetails.district(districts.map(({ id }) => id)), 'district');
}

/** @throws Problem where there is no such directory or station. */
export async function readStation(id: string, stationId: string): Promise<ApiStationResponse> {
  const directory = await requireDirectory(id);
  const station = presentStations(directory).find((one) => one.id === stationId);
  if (!station) throw await noStation(directory, stationId);
  return { directory: id, version: directory.version, station };
}

/** What is said to readers now. @throws Problem where there is no such directory. */
export async function readNotices(id: string): Promise<ApiNotices> {
  const directory = await requireDirectory(id);
  const now = new Date().toISOString();
  const current = noticesInForce(await listNotices(directory.id), now);
  return { directory: id, notices: current.map((notice) => presentNotice(notice, now)) };
}

async function noStation(directory: PublishedDirectory, id: string): Promise<Problem> {
  const gone = isId(id) ? await findGoneStation(directory.id, id) : null;
  if (gone === null) return new Problem('station_not_found', problemDetails.station);
  const { name, last, since, until, numbersAt } = gone;
  const said = goneSentences(directory, goneWords.station(name), gone);
  const known = { name, edition: last?.id ?? null, since, until, numbersAt };
  return new Problem('station_gone', said.flat().join(''), undefined, { gone: known });
}
