/**
 * Which encoding a text is in that does not say so, by what its bytes would be: a wrong guess gives characters that hardly
 * anybody writes. Each standard puts the frequent ones into one area (GB 2312, Big5 and JIS X 0208 level 1, hangul of
 * KS X 1001); of two that fit alike, the one whose most frequent characters occur.
 */

const CANDIDATES = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252'] as const;
export type GuessedEncoding = (typeof CANDIDATES)[number];

export interface Guess {
  encoding: GuessedEncoding;
  text: string;
  /** Share of its characters, ASCII apart, that people usually write; 1 where there are none. */
  usual: number;
}

const SAMPLE = 64 * 1024;
/** Below this a text is not what it would be. Place names hold some rare characters. */
const LEAST_USUAL = 0.75;
/** Shares closer than this say nothing. */
const ALIKE = 0.04;

const isBetween = (byte: number, from: number, to: number) => byte >= from && byte <= to;
const isEuc = (trail: number) => trail >= 0xa1;

/** Whether two bytes are a usual character: its area, and that of punctuation and of full width letters. */
const USUAL: Readonly<Record<Exclude<GuessedEncoding, 'windows-1252'>, (lead: number, trail: number) => boolean>> = {
  gb18030: (lead, trail) => isEuc(trail) && (isBetween(lead, 0xb0, 0xd7) || isBetween(lead, 0xa1, 0xa3)),
  big5: (lead) => isBetween(lead, 0xa4, 0xc6) || isBetween(lead, 0xa1, 0xa3),
  shift_jis: (lead) => isBetween(lead, 0x81, 0x83) || isBetween(lead, 0x88, 0x97),
  'euc-kr': (lead, trail) => isEuc(trail) && (isBetween(lead, 0xb0, 0xc8) || isBetween(lead, 0xa1, 0xa3)),
};

const FREQUENT: Readonly<Record<GuessedEncoding, RegExp>> = {
  gb18030: /[的一是在有人大中国和市区县镇街路号楼东西南北站点店局所社部门电话手机地址名称发行邮政服务]/g,
  big5: /[的一是在有人大中國和市區縣鎮街路號樓東西南北站點店局所社部門電話手機地址名稱發行郵政服務]/g,
  shift_jis: /[のにはをたがでてとしれさいるあらもこ一大中国市区町村県東西南北店局所部電話番号住所名]/g,
  'euc-kr': /[이다는의에가을를로한지사고시기도대서자리어부정구동주인상일전보수화국번호소점장원읍면길]/g,
  'windows-1252': /[éèàçüöäßñóáíêôâ]/g,
};

/** What the bytes are most likely to be, or null where they are none of these. Only for bytes that are no UTF-8. */
export function guessEncoding(bytes: Uint8Array): Guess | null {
  const sample = bytes.subarray(0, SAMPLE);
  const guesses = CANDIDATES.flatMap((encoding): Guess[] => {
    const text = tryDecode(encoding, bytes);
    const usual = text === null ? 0 : usualShare(encoding, sample);
    return text !== null && usual >= LEAST_USUAL ? [{ encoding, text, usual }] : [];
  });
  const most = Math.max(...guesses.map(({ usual }) => usual));
  const alike = guesses.filter(({ usual }) => usual >= most - ALIKE);
  return alike.toSorted((a, b) => frequentShare(b) - frequentShare(a))[0] ?? null;
}

function tryDecode(encoding: GuessedEncoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // the answer to the question asked, not a fault
  }
}

function usualShare(encoding: GuessedEncoding, bytes: Uint8Array): number {
  if (encoding === 'windows-1252') return loneShare(bytes);
  let [all, usual] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x80) continue;
    all += 1;
    // A katakana of half width takes one byte. People write few of them; a wrong guess is full of them.
    if (encoding === 'shift_jis' && isBetween(lead, 0xa0, 0xdf)) continue;
    if (USUAL[encoding](lead, trail)) usual += 1;
    at += 1;
  }
  return all === 0 ? 1 : usual / all;
}

/** Western letters stand alone among ASCII; characters of two bytes hardly ever do. */
function loneShare(bytes: Uint8Array): number {
  const isHigh = (at: number) => (bytes[at] ?? 0) >= 0x80;
  let [all, lone] = [0, 0];
  for (const at of bytes.keys()) {
    if (!isHigh(at)) continue;
    all += 1;
    if (!isHigh(at - 1) && !isHigh(at + 1)) lone += 1;
  }
  return all === 0 ? 1 : lone / all;
}

function frequentShare({ encoding, text }: Guess): number {
  const sample = text.slice(0, SAMPLE);
  const all = sample.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return all === 0 ? 0 : (sample.match(FREQUENT[encoding])?.length ?? 0) / all;
}
