import { flagWords } from '../wording/normaliser.ts';
import { MOJIBAKE } from '../wording/printed.ts';
import { aboutName, type NamedRow } from './districts.ts';
import type { Raise } from './raise.ts';

/** Texts that were read in the wrong encoding before they came here: nobody may publish them unseen. */

const HAN = /\p{Script=Han}/gu;
/** A question mark in the place of a character that could not be kept. */
const LOST = /\?(?=\p{Script=Han})|(?<=\p{Script=Han})\?|^\?{2,}$/u;
const BROKEN = /\ufffd/;
/** UTF-8 or GB18030 read as an encoding of western Europe: hardly a letter of ASCII, and no mark of its own writing. */
const WESTERN =
  /^(?:[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122]\s?){4,}$/u;

/** What makes a text suspect, and what it may have been; null where nothing does. */
export function findMojibake(text: string): { guess: string | null } | null {
  const guess = utf8ReadAsGbk(text);
  const isBroken = BROKEN.test(text) || LOST.test(text) || MOJIBAKE.test(text) || WESTERN.test(text.trim());
  return guess !== null || isBroken ? { guess } : null;
}

let gbk: ReadonlyMap<string, readonly [number, number]> | null = null;

/** Every character of two bytes in GBK → its bytes: the platform decodes that encoding and encodes none but UTF-8. */
function gbkBytes(): ReadonlyMap<string, readonly [number, number]> {
  if (gbk !== null) return gbk;
  const pairs: [number, number][] = [];
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) if (second !== 0x7f) pairs.push([first, second]);
  const characters = new TextDecoder('gbk').decode(new Uint8Array(pairs.flatMap((pair) => [...pair, LINE_FEED])));
  const found = new Map<string, [number, number]>();
  for (const [at, character] of characters.split('\n').entries()) {
    const pair = pairs[at];
    if (pair !== undefined && [...character].length === 1 && character !== '\ufffd') found.set(character, pair);
  }
  gbk = found;
  return found;
}

const LINE_FEED = 0x0a;
const LEAST_HAN = 2;

/** UTF-8 that was read as GBK, such as 鍖哄煙 for 区域: read back; null where the text is none. */
function utf8ReadAsGbk(text: string): string | null {
  if ((text.match(HAN)?.length ?? 0) < LEAST_HAN) return null;
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? [code] : code === 0x20ac ? [0x80] : gbkBytes().get(character);
    if (pair === undefined) break; // what was lost on the way: the text up to here tells enough
    bytes.push(...pair);
  }
  if (!mayBeUtf8(bytes)) return null;
  const back = readUtf8(bytes);
  return back !== null && (back.match(HAN)?.length ?? 0) >= LEAST_HAN ? back : null;
}

/** Whether the first character that is none of ASCII may be a Han in UTF-8: of most texts that is answer enough. */
function mayBeUtf8(bytes: readonly number[]): boolean {
  const at = bytes.findIndex((byte) => byte >= 0x80);
  const [lead = 0, ...rest] = bytes.slice(at, at + 3);
  return lead >= 0xe0 && lead <= 0xef && rest.every((byte) => byte >= 0x80 && byte <= 0xbf);
}

function readUtf8(bytes: readonly number[]): string | null {
  try {
    // A last character may be cut: half of it was lost.
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes), { stream: true });
  } catch {
    return null; // the answer to the question asked, not a fault
  }
}

/** Flags rows, and lines that are none, whose texts were read in the wrong encoding. */
export function flagMojibake(rows: readonly NamedRow[], lines: readonly (readonly string[])[], raise: Raise): void {
  for (const row of rows) {
    const { district, name, others } = row.record;
    const found = [district, name, ...others.map(({ cell }) => cell)].flatMap((cell) => {
      const suspect = cell === null ? null : findMojibake(cell.raw);
      return cell === null || suspect === null ? [] : [{ cell, guess: suspect.guess }];
    });
    if (found.length === 0) continue;
    const evidence = found.map(({ cell, guess }) => flagWords.mojibake(cell.raw.trim(), guess));
    raise({ ...aboutName(row), rule: 'encoding.guessed', cells: found.map(({ cell }) => cell), evidence });
  }
  const elsewhere = lines.flat().find((cell) => findMojibake(cell) !== null);
  if (elsewhere === undefined) return;
  const evidence = [flagWords.mojibake(elsewhere.trim(), findMojibake(elsewhere)?.guess ?? null)];
  raise({ rule: 'encoding.guessed', printed: elsewhere.trim(), evidence });
}
