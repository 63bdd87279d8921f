import { crc32, deflateRawSync } from 'node:zlib';

/** Zip files and workbooks, made of what a test says: also such as no program would write. */

export interface ZipEntry {
  name: string;
  content: string | Uint8Array;
  /** What the file says of the size, where that is not true. */
  declared?: number;
  encrypted?: boolean;
}

export function makeZip(entries: readonly ZipEntry[]): Uint8Array {
  const [parts, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content, declared, encrypted = false } of entries) {
    const [path, raw] = [Buffer.from(name), Buffer.from(content)];
    const packed = deflateRawSync(raw);
    // What both headers say: version, flags, method, time, checksum, sizes, lengths.
    const said = Buffer.alloc(26);
    said.writeUInt16LE(20, 0);
    said.writeUInt16LE(0x800 | (encrypted ? 1 : 0), 2);
    said.writeUInt16LE(8, 4);
    said.writeUInt32LE(crc32(raw), 10);
    said.writeUInt32LE(packed.length, 14);
    said.writeUInt32LE(declared ?? raw.length, 18);
    said.writeUInt16LE(path.length, 22);
    const [local, directory, rest] = [Buffer.alloc(4), Buffer.alloc(6), Buffer.alloc(14)];
    local.writeUInt32LE(0x04034b50);
    directory.writeUInt32LE(0x02014b50);
    directory.writeUInt16LE(20, 4);
    rest.writeUInt32LE(offset, 10);
    parts.push(local, said, path, packed);
    central.push(directory, said, rest, path);
    offset += 30 + path.length + packed.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, list, end]));
}

/** A text, or a cell's own XML where it is an object. */
export type MadeCell = string | { xml: string };
export interface MadeSheet {
  name: string;
  rows: readonly (readonly MadeCell[])[];
  merges?: readonly string[];
  state?: 'hidden' | 'veryHidden';
  hiddenRows?: readonly number[];
  /** From 1. */
  hiddenColumns?: readonly number[];
}

export const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const relations = (list: readonly [type: string, target: string][]) =>
  `<Relationships xmlns="${PACKAGE}">${list.map(([type, target], at) => `<Relationship Id="r${at}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const letter = (at: number): string =>
  (at < 26 ? '' : letter(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/** The parts of a workbook; texts are shared strings. `more` comes behind them, and instead of one of the same name. */
export function workbookParts(sheets: readonly MadeSheet[], more: readonly ZipEntry[] = [], styles = ''): ZipEntry[] {
  const strings = new Map<string, number>();
  const parts: ZipEntry[] = sheets.map((sheet, at) => ({
    name: `xl/worksheets/sheet${at + 1}.xml`,
    content: sheetXml(sheet, strings),
  }));
  const names = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" ${state ? `state="${state}"` : ''} r:id="r${at}"/>`,
  );
  const targets = sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]);
  const shared = [...strings.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('');
  parts.push(
    { name: '_rels/.rels', content: relations([['officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([...targets, ['sharedStrings', 'sharedStrings.xml'], ['styles', 'styles.xml']]),
    },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${shared}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` },
  );
  return [...parts.filter(({ name }) => !more.some((one) => one.name === name)), ...more];
}

export const makeWorkbook = (...args: Parameters<typeof workbookParts>): Uint8Array => makeZip(workbookParts(...args));

function sheetXml({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }: MadeSheet, strings: Map<string, number>) {
  const cellXml = (cell: MadeCell, ref: string) => {
    if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${ref}"`);
    if (cell === '') return '';
    const at = strings.get(cell) ?? strings.size;
    strings.set(cell, at);
    return `<c r="${ref}" t="s"><v>${at}</v></c>`;
  };
  const lines = rows.map((cells, at) => {
    const hidden = hiddenRows.includes(at + 1) ? ' hidden="1"' : '';
    return `<row r="${at + 1}"${hidden}>${cells.map((cell, column) => cellXml(cell, `${letter(column)}${at + 1}`)).join('')}</row>`;
  });
  const columns = hiddenColumns.map((at) => `<col min="${at}" max="${at}" hidden="1"/>`).join('');
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${columns && `<cols>${columns}</cols>`}<sheetData>${lines.join('')}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
}
