import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { publicOrigin } from '#lib/server/site.ts';
import { presentStations } from '#lib/shown/api.ts';
import { contactPointsOf, placeOf } from '#lib/shown/contacts.ts';
import { formatJsonLd } from '#lib/shown/jsonld.ts';

/** For search engines: the numbers that can be called, and where staff said them the address and hours. */
export function StationJsonLd({ directory, stationId }: { directory: PublishedDirectory; stationId: string }) {
  const station = presentStations(directory).find(({ id }) => id === stationId);
  const origin = publicOrigin();
  const url = origin && `${origin}${paths.station(directory.id, stationId)}`;
  const jsonLd = station && formatJsonLd(contactPointsOf(station, directory, url), placeOf(station, directory, url));
  if (!jsonLd) return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: every `<` in it is escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd }} />;
}
