import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readTable } from '../lib/server/read-table.ts';
import { type Normalised, normaliseGrid } from '../lib/table/normalise.ts';
import { FileRefusal } from '../lib/table/refusal.ts';

/**
 * Tables with what a careful person takes from them, and how far a reading agrees. They were made by somebody who had
 * not seen the program.
 */

const truthSchema = z.object({
  country: z.string(),
  areaCode: z.string().nullable(),
  stations: z.array(
    z.object({
      name: z.string().nullable(),
      district: z.string().nullable(),
      /** False where a careful person would ask. */
      districtSure: z.boolean(),
      phones: z.array(
        z.object({
          printed: z.string(),
          e164: z.string().nullable(),
          callable: z.boolean(),
          why: z.string().optional(),
        }),
      ),
      /** Errors and warnings without which the row may not be published. */
      flags: z.array(z.string()),
    }),
  ),
  setAside: z.array(z.string()),
  tableFlags: z.array(z.string()),
});
export type Truth = z.infer<typeof truthSchema>;

/** The folder of those that are kept with the tests. */
export const TRUTHS = new URL('tables', import.meta.url).pathname;

/** The files of a folder that have a truth. */
export const tablesIn = (folder: string): string[] => {
  const all = readdirSync(folder);
  const stemOf = (file: string) => file.replace(/\.[^.]+$/, '');
  const stems = new Set(all.filter((file) => file.endsWith('.truth.json')).map((file) => file.slice(0, -11)));
  return all.filter((file) => !file.endsWith('.json') && stems.has(stemOf(file))).sort();
};

/** Counts of one table, or of several; each `of` is what it is a share of. */
export interface Score {
  stations: { found: number; of: number; invented: string[] };
  districts: { right: number; of: number; invented: string[] };
  numbers: { callable: number; of: number; invented: string[] };
  flags: { required: number; of: number; needless: string[] };
  /** What is not as the truth says, one line each. */
  missed: string[];
}

/** Reads a table of a folder and holds it against its truth. */
export async function scoreTable(folder: string, file: string): Promise<Score> {
  const truth = truthSchema.parse(
    JSON.parse(readFileSync(join(folder, file.replace(/\.[^.]+$/, '.truth.json')), 'utf8')),
  );
  const { country, areaCode } = truth;
  try {
    const { grid, source } = await readTable(readFileSync(join(folder, file)), file);
    const options = { file, city: null, phone: { country, areaCode, shortCodes: [] } };
    return score(truth, normaliseGrid(grid, options, source));
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const nothing = score(truth, { districts: [], stations: [], phones: [], flags: [] });
    return { ...nothing, missed: [`refused: ${error.message}`, ...nothing.missed] };
  }
}

/** What a reading is held against the truth for. */
type Reading = Pick<Normalised, 'districts' | 'stations' | 'phones' | 'flags'>;

interface Found {
  id: string;
  name: string | null;
  printed: string | null;
  district: string | null;
  numbers: { printed: string; e164: string | null; tel: string | null }[];
  flags: { code: string; severity: string }[];
}

function foundIn({ stations, districts, phones, flags }: Reading): Found[] {
  const labels = new Map(districts.map(({ id, label }) => [id, label]));
  const phonesOf = Map.groupBy(phones, ({ station }) => station);
  const flagsOf = Map.groupBy(flags, ({ subject }) => subject.record);
  return stations.map(({ id, name, district }) => ({
    id,
    name: name.value,
    printed: name.printed,
    district: district.value === null ? null : (labels.get(district.value) ?? null),
    numbers: phonesOf.get(id) ?? [],
    flags: (flagsOf.get(id) ?? []).filter(({ severity }) => severity !== 'info'),
  }));
}

const fold = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
const digits = (text: string) => text.normalize('NFKC').replace(/\D/g, '');

/** Labels that differ only by 区, 市, 县 or 旗 are one district. */
const sameLabel = (label: string) => fold(label).replace(/(?<=..)[区市县旗]$/, '');

/** How alike a station of the truth and one that was found are; 0: not the same. */
function likeness(truth: Truth['stations'][number], found: Found): number {
  const names = [found.name, found.printed].flatMap((name) => (name === null ? [] : [fold(name)]));
  const isNamed = truth.name !== null && names.some((name) => name === fold(truth.name ?? ''));
  const own = new Set(found.numbers.map(({ printed }) => digits(printed)).filter((one) => one !== ''));
  const shared = truth.phones.filter(({ printed }) => own.has(digits(printed))).length;
  const isUnnamed = truth.name === null && found.name === null;
  return (isNamed ? NAMED : 0) + (shared > 0 ? 2 : 0) + (isUnnamed && shared === 0 && own.size === 0 ? 1 : 0);
}

/** The stations of the truth in their order with those that were found in theirs: as alike as can be, none crossing. */
type Pair = [Truth['stations'][number] | null, Found | null];
const NAMED = 3;
function paired(truth: Truth['stations'], found: Found[]): Pair[] {
  const best: number[][] = Array.from({ length: truth.length + 1 }, () => new Array<number>(found.length + 1).fill(0));
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  for (let row = truth.length - 1; row >= 0; row -= 1) {
    for (let column = found.length - 1; column >= 0; column -= 1) {
      const [one, other] = [truth[row], found[column]];
      const like = one && other ? likeness(one, other) : 0;
      const both = like > 0 ? like + at(row + 1, column + 1) : 0;
      (best[row] ?? [])[column] = Math.max(both, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < truth.length || column < found.length) {
    const [one = null, other = null] = [truth[row], found[column]];
    const like = one && other ? likeness(one, other) : 0;
    if (like > 0 && at(row, column) === like + at(row + 1, column + 1)) {
      pairs.push([one, other]);
      row += 1;
      column += 1;
    } else if (one !== null && (other === null || at(row, column) === at(row + 1, column))) {
      pairs.push([one, null]);
      row += 1;
    } else {
      pairs.push([null, other]);
      column += 1;
    }
  }
  return withCrossing(pairs);
}

/** Stations of one name whose places cross, where a file is read block by block. */
function withCrossing(pairs: Pair[]): Pair[] {
  const left = pairs.flatMap(([one, other]) => (one === null && other !== null ? [other] : []));
  const joined = pairs.flatMap(([one, other]): Pair[] => {
    if (one === null || other !== null) return one === null ? [] : [[one, other]];
    const at = left.findIndex((found) => likeness(one, found) >= NAMED);
    return [[one, at < 0 ? null : (left.splice(at, 1)[0] ?? null)]];
  });
  return [...joined, ...left.map((found): Pair => [null, found])];
}

/** Holds a reading against the truth. */
export function score(truth: Truth, read: Reading): Score {
  const result = emptyScore();
  result.stations.of = truth.stations.length;
  result.districts.of = truth.stations.length;
  const labels = new Set(truth.stations.flatMap(({ district }) => (district === null ? [] : [sameLabel(district)])));
  for (const { label } of read.districts) if (!labels.has(sameLabel(label))) result.districts.invented.push(label);
  for (const [one, other] of paired(truth.stations, foundIn(read))) {
    if (one === null) {
      if (other === null) continue;
      result.stations.invented.push(`${other.id} ${other.printed ?? ''}`);
      result.numbers.invented.push(...other.numbers.flatMap(({ tel, printed }) => (tel === null ? [] : [printed])));
    } else scoreStation(one, other, result);
  }
  scoreFlags(
    'table',
    truth.tableFlags,
    read.flags.filter(({ severity, subject }) => severity !== 'info' && subject.record === null),
    result,
  );
  return result;
}

function scoreStation(truth: Truth['stations'][number], found: Found | null, result: Score): void {
  const { stations, districts, numbers, missed } = result;
  const name = truth.name ?? '(no name)';
  if (found !== null) stations.found += 1;
  else missed.push(`${name}: not found`);
  const { district = null, numbers: own = [], flags = [] } = found ?? {};
  const isFlagged = flags.some(({ code }) => code.startsWith('district.') || code.startsWith('row.'));
  const isSame = sameLabel(district ?? '') === sameLabel(truth.district ?? '');
  const isRight = found !== null && ((isSame && (truth.districtSure || isFlagged)) || (!isSame && isFlagged));
  if (isRight) districts.right += 1;
  else
    missed.push(`${name}: district ${district}, printed ${truth.district}${truth.districtSure ? '' : ' (doubtful)'}`);
  const callable = truth.phones.filter((phone) => phone.callable);
  numbers.of += callable.length;
  for (const { e164, printed } of callable) {
    if (own.some((phone) => phone.tel !== null && phone.e164 === e164)) numbers.callable += 1;
    else missed.push(`${name}: ${printed} cannot be called`);
  }
  for (const { printed, e164, tel } of own) {
    if (tel === null || callable.some((phone) => phone.e164 === e164)) continue;
    if (e164 === null) continue; // a short code, which has no E.164
    numbers.invented.push(`${name}: ${printed} → ${e164}`);
  }
  scoreFlags(name, truth.flags, flags, result, truth.districtSure ? [] : ['district.boundary_']);
}

function scoreFlags(
  name: string,
  required: readonly string[],
  found: readonly { code: string; severity: string }[],
  { flags, missed }: Score,
  allowed: readonly string[] = [],
): void {
  flags.of += required.length;
  const codes = new Set(found.map(({ code }) => code));
  for (const code of required) {
    if (codes.has(code)) flags.required += 1;
    else missed.push(`${name}: lacks ${code}`);
  }
  for (const code of codes) {
    if (!required.includes(code) && !allowed.some((start) => code.startsWith(start)))
      flags.needless.push(`${name}: ${code}`);
  }
}

const COUNTS = ['stations', 'districts', 'numbers', 'flags'] as const;

/** Several scores as one. */
export function sumOf(scores: readonly Score[]): Score {
  const sum = emptyScore();
  for (const one of scores) {
    for (const key of COUNTS) addTo(sum[key], one[key]);
    sum.missed.push(...one.missed);
  }
  return sum;
}

/** Adds numbers to numbers and lists to lists. */
function addTo<Part extends Record<string, number | string[]>>(sum: Part, one: Part): void {
  for (const key of Object.keys(one) as (keyof Part)[]) {
    const [own, more] = [sum[key], one[key]];
    if (typeof own === 'number') sum[key] = (own + Number(more)) as Part[keyof Part];
    else if (Array.isArray(own) && Array.isArray(more)) own.push(...more);
  }
}

const emptyScore = (): Score => ({
  stations: { found: 0, of: 0, invented: [] },
  districts: { right: 0, of: 0, invented: [] },
  numbers: { callable: 0, of: 0, invented: [] },
  flags: { required: 0, of: 0, needless: [] },
  missed: [],
});
