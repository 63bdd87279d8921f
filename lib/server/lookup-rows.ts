import type { LookupSource } from '../lookup/build.ts';

/** Most rows that a list of stations may have. */
export const MOST_ROWS = 50_000;

/**
 * Reads stations from tab-separated lines without a heading: id, district, name, office number, mobile number. The last
 * cells may be absent. Throws with the line's number where a line has no id, an id twice, or there are too many.
 */
export function parseRows(text: string): LookupSource {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, at) => ({ cells: line.split('\t').map((cell) => cell.trim()), line: at + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (lines.length > MOST_ROWS) throw new Error(`${lines.length} rows: at most ${MOST_ROWS} can be indexed`);
  const labels = [...new Set(lines.map(({ cells }) => cells[1] ?? '').filter((label) => label !== ''))];
  const seen = new Set<string>();
  const stations = lines.map(({ cells: [id = '', district = '', name = ''], line }) => {
    if (id === '' || seen.has(id))
      throw new Error(`line ${line}: ${id === '' ? 'no id' : `the id ${id} stands twice`}`);
    seen.add(id);
    return {
      id,
      name: { value: name === '' ? null : name },
      district: { value: district === '' ? null : district },
      aliases: [],
      alsoFoundUnder: [],
    };
  });
  const phones = lines.flatMap(({ cells: [station = '', , , office = '', mobile = ''] }) => [
    ...(office === '' ? [] : [{ station, role: 'office' as const, printed: office }]),
    ...(mobile === '' ? [] : [{ station, role: 'mobile' as const, printed: mobile }]),
  ]);
  return {
    id: 'rows',
    facts: { areaCode: '0411', city: '', cityLine: null },
    districts: labels.map((label) => ({ id: label, label, adminCandidates: [] })),
    stations,
    phones,
  };
}
