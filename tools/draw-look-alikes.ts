import { readFileSync, writeFileSync } from 'node:fs';
import { COMMON_CHARACTERS, gbCharacters } from '../lib/lookup/packed.ts';
import { launchBrowser } from '../test/browser.ts';
import { pictureOf, rankLookAlikes, type Shape } from './look-alikes.ts';

/**
 * `node tools/draw-look-alikes.ts Unihan_DictionaryLikeData.txt`: makes data/han/look-alikes.tsv anew. Draws every
 * common character in Noto Sans SC in a browser, compares the pictures, and adds what the Unicode Character Database
 * (the file named, from unicode.org/Public/UCD/latest/ucd/Unihan.zip) says of their shape. Run by hand when the font or
 * the measure changes; takes some minutes. Builds and tests never run it.
 */
const HAN = new URL('../data/han/', import.meta.url);
const FONT = new URL(
  '../node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  import.meta.url,
);
/** Side of a drawn character in pixels. */
const SIDE = 48;

const unihan = process.argv[2];
if (unihan === undefined) throw new Error('usage: node tools/draw-look-alikes.ts Unihan_DictionaryLikeData.txt');
const chars = gbCharacters();
const shapes = readShapes(readFileSync(unihan, 'utf8'));
const pixels = await draw(chars);
const groups = rankLookAlikes(
  chars.map((char, at) => ({
    char,
    picture: pictureOf(pixels[at] as Uint8Array, SIDE),
    shape: shapes.get(char) ?? { cangjie: '', fourCorner: '', phonetic: [] },
    rare: at >= COMMON_CHARACTERS,
  })),
);
const head = `# Made by tools/draw-look-alikes.ts; licences and sources: data/han/sources.json\n`;
const lines = [...groups].filter(([, alike]) => alike !== '').map(([char, alike]) => `${char}\t${alike}\n`);
writeFileSync(new URL('look-alikes.tsv', HAN), head + lines.join(''));
process.stdout.write(`${lines.length} characters\n`);

/** Reads the lines `U+6CE1<tab>kCangjie<tab>EPRU` of Unihan's dictionary-like data. */
function readShapes(text: string): Map<string, Shape> {
  const found = new Map<string, Shape>();
  for (const line of text.split('\n')) {
    const [code = '', field = '', value = ''] = line.split('\t');
    if (!/^U\+[0-9A-F]+$/.test(code) || !/^k(?:Cangjie|FourCornerCode|Phonetic)$/.test(field)) continue;
    const char = String.fromCodePoint(Number.parseInt(code.slice(2), 16));
    const shape = found.get(char) ?? { cangjie: '', fourCorner: '', phonetic: [] };
    if (field === 'kCangjie') shape.cangjie = value;
    else if (field === 'kFourCornerCode') shape.fourCorner = value.slice(0, 4);
    else shape.phonetic = value.replace(/[*x]/g, '').split(' ');
    found.set(char, shape);
  }
  return found;
}

/** The darkness of each pixel, 0 to 255, by character. */
async function draw(all: readonly string[]): Promise<Uint8Array[]> {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const font = readFileSync(FONT).toString('base64');
  const encoded = await page.evaluate(drawInBrowser, { font, all: all.join(''), side: SIDE });
  await browser.close();
  const bytes = Buffer.from(encoded, 'base64');
  return all.map((_, at) => bytes.subarray(at * SIDE * SIDE, (at + 1) * SIDE * SIDE));
}

/** Runs in the page: draws each character in the middle of a square and answers all pixels as base64. */
async function drawInBrowser(input: { font: string; all: string; side: number }): Promise<string> {
  const face = new FontFace('drawn', `url(data:font/ttf;base64,${input.font})`);
  document.fonts.add(await face.load());
  const canvas = document.createElement('canvas');
  canvas.width = input.side;
  canvas.height = input.side;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('this browser draws no canvas');
  pen.font = `${input.side - 4}px drawn`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  let text = '';
  for (const char of input.all) {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, input.side, input.side);
    pen.fillStyle = '#000';
    pen.fillText(char, input.side / 2, input.side / 2);
    const { data } = pen.getImageData(0, 0, input.side, input.side);
    for (let at = 0; at < data.length; at += 4) text += String.fromCharCode(255 - (data[at] ?? 255));
  }
  return btoa(text);
}
