import type { PublishedDirectory } from '../directory/records.ts';
import { paths } from '../paths.ts';
import { presentDirectory } from '../shown/api.ts';
import { csvLines } from '../shown/csv.ts';
import { PACKAGE_TABLES } from '../shown/package-tables.ts';
import { idSchema } from '../text/ids.ts';
import { findDirectory } from './directories.ts';
import type { Download } from './downloads.ts';

const DESCRIPTOR = 'datapackage.json';

/** No licence is stated: the printed notice says nothing of one, and that of this program is not one for its data. */
const DESCRIPTION =
  'Where a newspaper is delivered from, and which number to call, as printed and as checked since. A cell that a ' +
  'spreadsheet would compute, or take for an amount and change, has a leading apostrophe.';

/** What describes the tables beside it: a Data Package (Frictionless, version 1). */
function describe({ id, version, facts, editions, service }: PublishedDirectory, origin: string | null) {
  const { publisher } = facts;
  return {
    profile: 'tabular-data-package',
    name: `${id}-delivery-stations`,
    title: facts.title,
    description: DESCRIPTION,
    version,
    ...(origin !== null && { homepage: origin + paths.about(id) }),
    sources: editions.map(({ title, effectiveFrom }) => ({ title: `${title} (${publisher}, ${effectiveFrom})` })),
    ...(service.operator !== null && { contributors: [{ title: service.operator, role: 'maintainer' }] }),
    resources: PACKAGE_TABLES.map(({ name, described }) => ({
      ...{ profile: 'tabular-data-resource', path: `${name}.csv`, format: 'csv', mediatype: 'text/csv' },
      ...{ encoding: 'utf-8', dialect: { lineTerminator: '\r\n' } },
      ...described,
    })),
  };
}

/**
 * One of the files of a directory's data package, which lie beside each other: what describes it, or one of its tables.
 * Null where there is no such file.
 *
 * @param origin the public address of this deployment, or null where it is not known
 */
export async function readPackageFile(id: string, filename: string, origin: string | null): Promise<Download | null> {
  const directory = idSchema.safeParse(id).success ? await findDirectory(id) : null;
  if (directory === null) return null;
  if (filename === DESCRIPTOR) {
    const body = `${JSON.stringify(describe(directory, origin), null, 2)}\n`;
    return { filename, mediaType: 'application/json', disposition: 'inline', body };
  }
  const table = PACKAGE_TABLES.find(({ name }) => filename === `${name}.csv`);
  if (!table) return null;
  const body = csvLines(table.rows(presentDirectory(directory)));
  return { filename, mediaType: 'text/csv; charset=utf-8', disposition: 'attachment', body };
}
