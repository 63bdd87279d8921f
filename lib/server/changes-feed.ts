import { createHash } from 'node:crypto';
import { paths } from '../paths.ts';
import { formatAtom } from '../shown/atom.ts';
import { feedEntries } from '../shown/changes-feed.ts';
import { feedWords } from '../wording/feed.ts';
import { words } from '../wording/reader.ts';
import { isDemonstration } from './demonstration.ts';
import { findPublished, type Published } from './directories.ts';
import type { Download } from './downloads.ts';
import { shownEditionsOf } from './edition-history.ts';
import { getStore } from './store.ts';

/** Ours, made once for all feeds: names are unique within it. */
const NAMESPACE = Buffer.from('6f0b6a1f5c0e4d0c9a5e1d0f2b7c8e43', 'hex');

/** A UUID made of a name (RFC 9562, version 5): the same one each time, and kept nowhere. */
function uuidOf(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

/**
 * The changes of a directory as an Atom feed; null where there is no such directory. As they were last known where the
 * store does not answer.
 *
 * @param origin the public address of this deployment; where it is not known, links are paths
 */
export async function readChangesFeed(id: string, origin: string | null): Promise<Download | null> {
  const published = await findPublished(await getStore(), id);
  return (
    published && {
      filename: `${id}-changes.atom`,
      mediaType: 'application/atom+xml; charset=utf-8',
      disposition: 'inline',
      body: feedOf(published, origin ?? '', await isDemonstration()),
    }
  );
}

function feedOf(published: Published, origin: string, isMarked: boolean): string {
  const { directory, history, identities } = published;
  const forces = published.forces.filter(({ n }) => n <= published.edition.n);
  const printed = new Map(identities.stations.map((station) => [station.id, station.printed]));
  const lastName = (station: string) => printed.get(station)?.at(-1)?.name ?? null;
  const entries = feedEntries({ directory, history, editions: shownEditionsOf(published), forces, lastName });
  return formatAtom({
    id: uuidOf(`${directory.id}/feed/${forces[0]?.at}`),
    title: feedWords.feedTitle(directory.facts.city, isMarked),
    subtitle: feedWords.subtitle,
    author: directory.service.operator ?? words.brand,
    self: origin + paths.changes(directory.id),
    page: origin + paths.about(directory.id),
    entries: entries.map(({ key, path, ...entry }) => ({
      ...entry,
      id: uuidOf(`${directory.id}/${key}`),
      link: origin + path,
    })),
  });
}
