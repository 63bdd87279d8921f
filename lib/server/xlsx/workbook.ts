import { FileRefusal } from '../../table/refusal.ts';
import type { Grid, Sheet } from '../../table/tables.ts';
import { FORMATS, formatWords, refusalWords } from '../../wording/normaliser.ts';
import { UNIT_ENDING } from '../../wording/printed.ts';
import { formatCode } from './number-format.ts';
import { RunStyle } from './run-style.ts';
import { type BookParts, MOST_CHARACTERS, readSheet, unescaped } from './sheet.ts';
import { attributeOf, isTrue, readXml } from './xml.ts';
import { damaged, openZip, type ZipParts } from './zip.ts';

/**
 * A workbook (XLSX) → its sheets. Only what is needed of it is unpacked: macros, pictures and what it refers to outside
 * are never opened.
 */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<Grid> {
  const zip = await openZip(bytes, file);
  const format = otherFormat(zip.names);
  if (format !== null) throw new FileRefusal('file.unsupported', refusalWords.format(file, FORMATS[format]));
  const book = new Book(zip, file);
  const main = (await book.relations('')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relations = await book.relations(main);
  const { sheets, date1904 } = await book.sheets(main);
  const targetOf = (type: string) => relations.find((one) => one.type === type)?.target;
  const parts: BookParts = {
    strings: await book.strings(targetOf('sharedStrings')),
    codeOf: await book.formats(targetOf('styles')),
    date1904,
    left: { characters: MOST_CHARACTERS },
  };
  const grid: Grid = { sheets: [], notes: notesOf(zip.names) };
  for (const { name, hidden, id } of sheets) {
    const relation = relations.find((one) => one.id === id);
    if (relation?.type !== 'worksheet') continue; // a chart, say
    const part = relation.target;
    const read = await readSheet(await zip.read(part), { file: formatWords.inSheet(file, name), part }, parts);
    const sheet: Sheet = { name, lines: read.lines, hidden, title: UNIT_ENDING.test(name.trim()) ? name.trim() : null };
    if (sheet.lines.length > 0) grid.sheets.push(sheet);
    if (hidden) grid.notes.push(formatWords.hiddenSheet(name));
    if (read.hiddenRows.length > 0) grid.notes.push(formatWords.hiddenRows(name, ranges(read.hiddenRows)));
    if (read.hiddenColumns.length > 0) grid.notes.push(formatWords.hiddenColumns(name, ranges(read.hiddenColumns)));
  }
  if (grid.sheets.length === 0) throw new FileRefusal('file.empty', refusalWords.empty(file));
  return grid;
}

/** What a zip file is that is no workbook. */
function otherFormat(names: ReadonlySet<string>): keyof typeof FORMATS | null {
  const has = (start: string) => [...names].some((name) => name.startsWith(start));
  if (names.has('xl/workbook.bin')) return 'xlsb';
  if (has('xl/')) return null;
  if (has('word/')) return 'docx';
  if (has('ppt/')) return 'pptx';
  if (has('Index/')) return 'numbers';
  return names.has('content.xml') && names.has('mimetype') ? 'ods' : 'zip';
}

function notesOf(names: ReadonlySet<string>): string[] {
  const all = [...names];
  return [
    ...(all.some((name) => /vbaProject\.bin$/i.test(name)) ? [formatWords.macros] : []),
    ...(all.some((name) => /^xl\/externalLinks\//.test(name)) ? [formatWords.links] : []),
  ];
}

/** Numbers in order, runs of them as one: 3–5、9. */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const one of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === one - 1) last[1] = one;
    else runs.push([one, one]);
  }
  const shown = runs.slice(0, 20).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  return `${shown.join('、')}${runs.length > 20 ? '……' : ''}`;
}

/** What such a sheet holds is not to be called: it is left out unless somebody names it. */
const OLD_SHEET = /^(?:旧表?|备份|作废|停用.*|历史.*|传真.*|old|backup|archive)$/iu;

interface Relation {
  id: string;
  /** The last piece of its type, which is the same in both editions of the standard. */
  type: string;
  target: string;
}

/** Reads the parts of a workbook that are no sheets. */
class Book {
  readonly #zip: ZipParts;
  readonly #file: string;

  constructor(zip: ZipParts, file: string) {
    this.#zip = zip;
    this.#file = file;
  }

  /** What a part refers to, '' being the file itself. What lies outside of the file is left out. */
  async relations(part: string): Promise<Relation[]> {
    const cut = part.lastIndexOf('/') + 1;
    const found: Relation[] = [];
    await this.#read(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`, (name, attributes) => {
      const { Id: id = '', Type = '', Target = '', TargetMode } = attributes;
      if (name !== 'Relationship' || TargetMode === 'External') return;
      found.push({ id, type: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(part.slice(0, cut), Target) });
    });
    return found;
  }

  async sheets(part: string): Promise<{ sheets: { name: string; hidden: boolean; id: string }[]; date1904: boolean }> {
    const sheets: { name: string; hidden: boolean; id: string }[] = [];
    let date1904 = false;
    if (!this.#zip.names.has(part)) throw damaged(this.#file, part);
    await this.#read(part, (name, attributes) => {
      if (name === 'workbookPr') date1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const hidden = (attributes.state ?? 'visible') !== 'visible' || OLD_SHEET.test(attributes.name?.trim() ?? '');
      sheets.push({ name: attributes.name ?? '', hidden, id: attributeOf(attributes, 'id') ?? '' });
    });
    return { sheets, date1904 };
  }

  async strings(part: string | undefined): Promise<string[]> {
    const strings: string[] = [];
    let [own, takes, phonetic] = ['', false, 0];
    const style = new RunStyle();
    const open = (name: string, attributes: Readonly<Record<string, string>>) => {
      style.open(name, attributes);
      if (name === 'si') own = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') takes = phonetic === 0;
    };
    const close = (name: string) => {
      if (name === 't') takes = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') strings.push(unescaped(own));
    };
    const text = (piece: string) => {
      if (takes) own += style.draw(piece);
    };
    await this.#read(part, open, { close, text });
    return strings;
  }

  async formats(part: string | undefined): Promise<BookParts['codeOf']> {
    const own = new Map<number, string>();
    const ids: number[] = [];
    let isIn = false;
    const open = (name: string, { numFmtId = '0', formatCode: code = '' }: Readonly<Record<string, string>>) => {
      if (name === 'cellXfs') isIn = true;
      else if (name === 'numFmt') own.set(Number(numFmtId), code);
      else if (name === 'xf' && isIn) ids.push(Number(numFmtId));
    };
    const close = (name: string) => {
      if (name === 'cellXfs') isIn = false;
    };
    await this.#read(part, open, { close });
    const codes = ids.map((id) => formatCode(id, own));
    return (style) => codes[style] ?? null;
  }

  /** Reads a part, if there is one. */
  async #read(
    part: string | undefined,
    open: (name: string, attributes: Readonly<Record<string, string>>) => void,
    more: { close?: (name: string) => void; text?: (text: string) => void } = {},
  ): Promise<void> {
    if (part === undefined || !this.#zip.names.has(part)) return;
    await readXml(await this.#zip.read(part), { file: this.#file, part }, { open, ...more });
  }
}

/** The name of a part that another one in `folder` refers to. */
function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `/${folder}${target}`;
  return decodeURI(new URL(path, 'file:///').pathname).slice(1);
}
