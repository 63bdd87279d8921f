import { z } from 'zod';
import { idSchema } from '../text/ids.ts';
import { foldText } from '../text/text.ts';
import type { Decision } from './decision.ts';
import type { DirectoryTables, Flag, Phone } from './records.ts';

/**
 * Everything of a directory that was ever given an id, and what each edition printed of it. An id is given once and kept
 * for ever: addresses, QR codes on paper, agents, reports and readers' marks hang on it. Editions are counted by their
 * `seq`, from 1.
 */

const editionsSchema = z.array(z.int().min(1));

export const identitiesSchema = z.object({
  districts: z.array(z.object({ id: idSchema, labels: z.array(z.string()), editions: editionsSchema })),
  stations: z.array(
    z.object({
      id: idSchema,
      /** One an edition, oldest first; `district` is the id of the one it was read under. */
      printed: z.array(
        z.object({ edition: z.int().min(1), name: z.string().nullable(), district: idSchema.nullable() }),
      ),
    }),
  ),
  /** A number is one of a station as long as the same is printed. `tel` as printed, whatever was decided. */
  phones: z.array(
    z.object({
      id: z.string(),
      station: idSchema,
      printed: z.string(),
      tel: z.string().nullable(),
      editions: editionsSchema,
    }),
  ),
  /** `says`: what a flag was raised for, so that the same id means the same doubt. */
  flags: z.array(z.object({ id: z.string(), says: z.string() })),
});
export type Identities = z.infer<typeof identitiesSchema>;
export type StationIdentity = Identities['stations'][number];
export type PhoneIdentity = Identities['phones'][number];

export const NO_IDENTITIES: Identities = { districts: [], stations: [], phones: [], flags: [] };

/** A name or label for comparing. */
export const nameKey = (printed: string): string => foldText(printed).replace(/\s/g, '').toLowerCase();

/** A number for comparing where it cannot be called: as printed, without what only parts it. */
export const printedKey = (printed: string): string =>
  foldText(printed)
    .replace(/[\s().-]/g, '')
    .toLowerCase();

/** Two prints of one number: written alike, or dialled alike. */
export const isSameNumber = (one: Pick<Phone, 'printed' | 'tel'>, other: Pick<Phone, 'printed' | 'tel'>): boolean =>
  printedKey(one.printed) === printedKey(other.printed) || (one.tel !== null && one.tel === other.tel);

/** In which row something stands is no part of why it is doubtful. */
const ROW = /第\d+行/g;

/** What a flag is raised for. Its row and its status are no part of it. */
export const flagSays = ({ rule, subject, printed, evidence }: Flag): string =>
  JSON.stringify([
    rule,
    subject.record,
    subject.phone,
    subject.field,
    printed,
    ...evidence.map((one) => one.replace(ROW, '')),
  ]);

/** The identities with those of one more edition. Its tables have their ids already. */
export function withEdition(known: Identities, edition: number, tables: DirectoryTables): Identities {
  const districts = new Map(known.districts.map((one) => [one.id, one]));
  for (const { id, label } of tables.districts) {
    const { labels = [], editions = [] } = districts.get(id) ?? {};
    districts.set(id, { id, labels: [...new Set([...labels, label])], editions: [...editions, edition] });
  }
  const stations = new Map(known.stations.map((one) => [one.id, one]));
  for (const { id, name, district } of tables.stations) {
    const print = { edition, name: name.printed, district: district.value };
    stations.set(id, { id, printed: [...(stations.get(id)?.printed ?? []), print] });
  }
  const phones = new Map(known.phones.map((one) => [one.id, one]));
  for (const { id, station, printed, tel } of tables.phones) {
    const before = phones.get(id);
    phones.set(id, { ...(before ?? { id, station, printed, tel }), editions: [...(before?.editions ?? []), edition] });
  }
  const flags = new Map(known.flags.map((one) => [one.id, one]));
  for (const flag of tables.flags) flags.set(flag.id, { id: flag.id, says: flagSays(flag) });
  return {
    districts: [...districts.values()],
    stations: [...stations.values()],
    phones: [...phones.values()],
    flags: [...flags.values()],
  };
}

/**
 * The identities with those that staff gave, which no edition has: a station, or one more number. None of their ids is
 * given again, and what is printed later is compared with them.
 */
export function withAdded(known: Identities, history: readonly Decision[]): Identities {
  const ids = new Set([...known.stations, ...known.phones].map(({ id }) => id));
  const added = history.filter(({ action, proposes }) => action === 'add_phone' || proposes === 'add_phone');
  return {
    ...known,
    stations: [
      ...known.stations,
      ...history.flatMap(({ action, record }) =>
        action === 'add_station' && record !== null && !ids.has(record) ? [{ id: record, printed: [] }] : [],
      ),
    ],
    phones: [
      ...known.phones,
      ...added.flatMap(({ record, phone, after }) =>
        record === null || phone === null || ids.has(phone)
          ? []
          : [{ id: phone, station: record, printed: '', tel: after, editions: [] }],
      ),
    ],
  };
}

/** The identities of a directory that has had one edition. */
export const firstIdentities = (tables: DirectoryTables): Identities => withEdition(NO_IDENTITIES, 1, tables);
