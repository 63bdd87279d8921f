import type { PublishedDirectory } from '../directory/records.ts';
import { paths } from '../paths.ts';
import { presentDirectory, presentStations } from '../shown/api.ts';
import { contactOf } from '../shown/contacts.ts';
import { formatCsv } from '../shown/csv.ts';
import { tableOf } from '../shown/spreadsheet.ts';
import { formatCard } from '../shown/vcard.ts';
import { withhold } from '../shown/withhold.ts';
import { idSchema } from '../text/ids.ts';
import { demonstrationNotice } from '../wording/demonstration.ts';
import { sheetName } from '../wording/downloads.ts';
import { isDemonstration } from './demonstration.ts';
import { findDirectory } from './directories.ts';
import { writeWorkbook } from './xlsx/write.ts';

/** A file to be saved. `inline`: the phone shows it first, as iOS does with a contact. */
export interface Download {
  filename: string;
  mediaType: string;
  disposition: 'inline' | 'attachment';
  body: string | Uint8Array<ArrayBuffer>;
}

const VCARD = 'text/vcard; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function recordsJson(directory: PublishedDirectory): string {
  const { id, version, facts } = directory;
  return `${JSON.stringify({ directory: id, version, facts, ...withhold(directory) }, null, 2)}\n`;
}

async function contactCards(directory: PublishedDirectory, origin: string | null, only?: string): Promise<string> {
  const isMarked = await isDemonstration();
  const stations = presentStations(directory).filter(({ id }) => only === undefined || id === only);
  const cards = stations.map((station) => {
    const page = paths.station(directory.id, station.id);
    return contactOf(station, directory, origin === null ? null : `${origin}${page}`);
  });
  const said = (note: string) => (isMarked ? `${demonstrationNotice.contact}\n${note}` : note);
  return cards.map((card) => (card === null ? '' : formatCard({ ...card, note: said(card.note) }))).join('');
}

/** A large one takes a second to write: made once for each version of a directory, and gone with it. */
const workbooks = new WeakMap<PublishedDirectory, Promise<Uint8Array<ArrayBuffer>>>();

function workbookOf(directory: PublishedDirectory): Promise<Uint8Array<ArrayBuffer>> {
  const known = workbooks.get(directory);
  if (known) return known;
  const made = writeWorkbook(sheetName, tableOf(presentDirectory(directory)));
  workbooks.set(directory, made);
  return made;
}

/**
 * One of the files of a directory: `{directory}.csv`, `.xlsx` (the same table), `.json` (the published records) or `.vcf` (every contact that can
 * be called). Null where there is no such file.
 *
 * @param origin the public address of this deployment, or null where it is not known
 */
export async function readDownload(id: string, filename: string, origin: string | null): Promise<Download | null> {
  const directory = await find(id);
  if (!directory) return null;
  switch (filename) {
    case `${id}.csv`:
      return {
        filename,
        mediaType: 'text/csv; charset=utf-8',
        disposition: 'attachment',
        body: formatCsv(tableOf(presentDirectory(directory))),
      };
    case `${id}.xlsx`:
      return { filename, mediaType: XLSX, disposition: 'attachment', body: await workbookOf(directory) };
    case `${id}.json`:
      return { filename, mediaType: 'application/json', disposition: 'attachment', body: recordsJson(directory) };
    case `${id}.vcf`:
      return { filename, mediaType: VCARD, disposition: 'inline', body: await contactCards(directory, origin) };
    default:
      return null;
  }
}

/** A station as a contact; null where there is no such station, or none of its numbers can be called. */
export async function readContact(id: string, station: string, origin: string | null): Promise<Download | null> {
  const directory = await find(id);
  if (!directory) return null;
  const body = await contactCards(directory, origin, station);
  return body === '' ? null : { filename: `${station}.vcf`, mediaType: VCARD, disposition: 'inline', body };
}

async function find(id: string): Promise<PublishedDirectory | null> {
  return idSchema.safeParse(id).success ? findDirectory(id) : null;
}
