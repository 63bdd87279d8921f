import { presentStations } from '../directory/api.ts';
import { contactPointsOf } from '../directory/contacts.ts';
import { formatJsonLd } from '../directory/jsonld.ts';
import type { PublishedDirectory } from '../directory/records.ts';
import { paths } from '../paths.ts';

/**
 * The JSON-LD of a station's page, safe in a script element as it is; null where none of its numbers can be called.
 *
 * @param origin the public address of this deployment, or null where it is not known
 */
export function stationJsonLd(directory: PublishedDirectory, stationId: string, origin: string | null): string | null {
  const station = presentStations(directory).find(({ id }) => id === stationId);
  if (!station) return null;
  const url = origin === null ? null : `${origin}${paths.station(directory.id, stationId)}`;
  return formatJsonLd(contactPointsOf(station, directory.facts, url));
}
