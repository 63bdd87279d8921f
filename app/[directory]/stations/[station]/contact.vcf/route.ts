import { downloadRoute } from '#lib/server/download-route.ts';
import { readContact } from '#lib/server/downloads.ts';
import { findGoneStation } from '#lib/server/gone.ts';
import { publicOrigin } from '#lib/server/site.ts';

interface Path {
  directory: string;
  station: string;
}

export const GET = downloadRoute(
  ({ directory, station }: Path) => readContact(directory, station, publicOrigin()),
  async ({ directory, station }) => (await findGoneStation(directory, station)) !== null,
);
