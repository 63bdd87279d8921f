import { MISSED_TODAY, paths } from '#lib/paths.ts';
import { findDirectory } from '#lib/server/directories.ts';
import { findGoneStation } from '#lib/server/gone.ts';
import { viewStation } from '#lib/shown/present.ts';
import { type RowFile, rowOf } from '#lib/shown/row.ts';

/** One station as a list shows it, for a page that does not list it: a phone asks for the one that it remembers. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/[directory]/stations/[station]/row.json'>,
): Promise<Response> {
  const asked = await params;
  const directory = await findDirectory(asked.directory);
  const station = directory?.stations.find(({ id }) => id === asked.station);
  if (!directory || !station) {
    const gone = directory && (await findGoneStation(directory.id, asked.station));
    return new Response(null, { status: gone ? 410 : 404 });
  }
  const { version, service } = directory;
  const report = service.onlineReports ? paths.report(directory.id, station.id, MISSED_TODAY) : null;
  const file: RowFile = { version, row: rowOf(directory, viewStation(directory, station)), report };
  return Response.json(file, { headers: { 'cache-control': 'no-cache' } });
}
