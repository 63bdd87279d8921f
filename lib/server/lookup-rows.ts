import type { LookupSource } from '../lookup/build.ts';

/** Most rows that a list of stations may have. */
export const MOST_ROWS = 50_000;

const COLUMNS = ['id', 'district', 'name', 'office number', 'mobile number'];

type Line = { cells: string[]; line: number };

/**
 * Reads stations from tab-separated lines without a heading: id, district, name, office number, mobile number. The last
 * cells may be absent, blank lines are passed over. Throws with the line's number where a line has no id, an id twice,
 * nothing but an id or more cells than there are columns, and where there are too many lines: no row is left out.
 *
 * @param place where the numbers belong
 */
export function parseRows(text: string, place: Pick<LookupSource['facts'], 'country' | 'areaCode'>): LookupSource {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((row, at): Line => ({ cells: row.split('\t').map((cell) => cell.trim()), line: at + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (lines.length > MOST_ROWS) throw new Error(`${lines.length} rows: at most ${MOST_ROWS} can be indexed`);
  checkLines(lines);
  const labels = [...new Set(lines.map(({ cells }) => cells[1] ?? '').filter((label) => label !== ''))];
  const stations = lines.map(({ cells: [id = '', district = '', name = ''] }) => ({
    id,
    name: { value: name === '' ? null : name },
    district: { value: district === '' ? null : district },
    aliases: [],
    alsoFoundUnder: [],
  }));
  const phones = lines.flatMap(({ cells: [station = '', , , office = '', mobile = ''] }) => [
    ...(office === '' ? [] : [{ station, role: 'office' as const, printed: office }]),
    ...(mobile === '' ? [] : [{ station, role: 'mobile' as const, printed: mobile }]),
  ]);
  return {
    id: 'rows',
    facts: { country: place.country, areaCode: place.areaCode, cityLine: null },
    districts: labels.map((label) => ({ id: label, label, adminCandidates: [] })),
    stations,
    phones,
  };
}

function checkLines(lines: readonly Line[]): void {
  const seen = new Map<string, number>();
  for (const { cells, line } of lines) {
    const [id = '', ...others] = cells;
    const wrong = (what: string) =>
      new Error(`line ${line}: ${what}; expected ${COLUMNS.join(', ')}, tabs between them`);
    if (id === '') throw wrong('no id');
    if (others.slice(COLUMNS.length - 1).some((cell) => cell !== '')) throw wrong(`${cells.length} cells`);
    if (others.every((cell) => cell === '')) throw wrong('nothing but an id');
    const before = seen.get(id);
    if (before !== undefined) throw new Error(`line ${line}: the id ${id} stands twice, first in line ${before}`);
    seen.set(id, line);
  }
}
