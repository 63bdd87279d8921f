/**
 * How alike two drawn characters look. Two that share a component (沟 and 构, 棠 and 裳, 周 and 凋) look alike though
 * half of their pixels differ, so each character is cut once from left to right and once from top to bottom where its
 * ink is thinnest, and the parts are compared as well as the whole. What Unihan says of a character's shape counts too:
 * its Cangjie code (which spells its parts), its phonetic group and its four-corner code.
 */

/** Side of a compared picture. */
const CELLS = 14;
const SAME_PLACE = ['left', 'right', 'top', 'bottom'] as const;
const PARTS = ['whole', ...SAME_PLACE] as const;
type Part = (typeof PARTS)[number];

/** A part's picture: less its mean and of length 1; `share` is its share of the character's ink. */
type PartPicture = { cells: Float32Array; share: number };
export type Picture = Record<Part, PartPicture>;

/** What Unihan says of a character's shape; the codes may be unknown. */
export type Shape = { cangjie: string; fourCorner: string; phonetic: readonly string[] };

/** A common character to be compared; `rare` ones are typed less often and stand a little behind. */
export type Drawn = { char: string; picture: Picture; shape: Shape; rare: boolean };

/** Most look-alikes that a character gets, and the score below which none is taken. */
const MOST = 40;
const LEAST_SCORE = 0.7;
/** Weights of picture, Cangjie, phonetic group, four corners; and what a rare character loses. */
const WEIGHT = { picture: 0.6, cangjie: 0.8, phonetic: 0.25, corners: 0.1, rare: 0.08 };

type Box = { left: number; top: number; right: number; bottom: number };

/** The pictures of one character from the darkness (0 to 255) of its pixels. */
export function pictureOf(pixels: Uint8Array, side: number): Picture {
  const box = inkBox(pixels, side, { left: 0, top: 0, right: side, bottom: side });
  const column = thinnest(pixels, side, box, 'column');
  const row = thinnest(pixels, side, box, 'row');
  const boxes: Record<Part, Box> = {
    whole: box,
    left: { ...box, right: column },
    right: { ...box, left: column },
    top: { ...box, bottom: row },
    bottom: { ...box, top: row },
  };
  const all = inkIn(pixels, side, box) || 1;
  const picture = (part: Part): PartPicture => {
    const cells = unit(blurred(sampled(pixels, side, inkBox(pixels, side, boxes[part]))));
    return { cells, share: inkIn(pixels, side, boxes[part]) / all };
  };
  return Object.fromEntries(PARTS.map((part) => [part, picture(part)])) as Picture;
}

function inkAt(pixels: Uint8Array, side: number, x: number, y: number): number {
  return pixels[y * side + x] ?? 0;
}

function inkIn(pixels: Uint8Array, side: number, box: Box): number {
  let sum = 0;
  for (let y = box.top; y < box.bottom; y++)
    for (let x = box.left; x < box.right; x++) sum += inkAt(pixels, side, x, y);
  return sum;
}

/** The box of the ink within `within`; a flat or narrow part (一, 卜) is not blown up to a full square. */
function inkBox(pixels: Uint8Array, side: number, within: Box): Box {
  let box: Box = { left: side, top: side, right: 0, bottom: 0 };
  for (let y = within.top; y < within.bottom; y++) {
    for (let x = within.left; x < within.right; x++) {
      if (inkAt(pixels, side, x, y) < 64) continue;
      box = {
        left: Math.min(box.left, x),
        top: Math.min(box.top, y),
        right: Math.max(box.right, x + 1),
        bottom: Math.max(box.bottom, y + 1),
      };
    }
  }
  return box.right === 0 ? within : widened(box);
}

function widened(box: Box): Box {
  const longer = Math.max(box.right - box.left, box.bottom - box.top);
  const padX = Math.max(0, Math.round((longer * 0.4 - (box.right - box.left)) / 2));
  const padY = Math.max(0, Math.round((longer * 0.4 - (box.bottom - box.top)) / 2));
  return { left: box.left - padX, top: box.top - padY, right: box.right + padX, bottom: box.bottom + padY };
}

/** Where the least ink stands in the middle half, a little nearer to 42% than elsewhere. */
function thinnest(pixels: Uint8Array, side: number, box: Box, along: 'column' | 'row'): number {
  const [from, to] = along === 'column' ? [box.left, box.right] : [box.top, box.bottom];
  const span = to - from;
  let best = { at: from + Math.round(span * 0.42), ink: Number.POSITIVE_INFINITY };
  for (let at = from + Math.round(span * 0.22); at <= from + Math.round(span * 0.72); at++) {
    const line = along === 'column' ? { ...box, left: at, right: at + 1 } : { ...box, top: at, bottom: at + 1 };
    const ink = inkIn(pixels, side, line) / (255 * span) + Math.abs((at - from) / span - 0.42) * 0.25;
    if (ink < best.ink) best = { at, ink };
  }
  return best.at;
}

function sampled(pixels: Uint8Array, side: number, box: Box): Float32Array {
  const cells = new Float32Array(CELLS * CELLS);
  const fine = 3;
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  for (let y = 0; y < CELLS * fine; y++) {
    for (let x = 0; x < CELLS * fine; x++) {
      const px = Math.floor(box.left + ((x + 0.5) / (CELLS * fine)) * width);
      const py = Math.floor(box.top + ((y + 0.5) / (CELLS * fine)) * height);
      if (px < 0 || py < 0 || px >= side || py >= side) continue;
      const at = Math.floor(y / fine) * CELLS + Math.floor(x / fine);
      cells[at] = (cells[at] ?? 0) + inkAt(pixels, side, px, py);
    }
  }
  return cells;
}

/** Each cell with its eight neighbours, so that a stroke moved by one cell still meets itself. */
function blurred(cells: Float32Array): Float32Array {
  const soft = new Float32Array(cells.length);
  for (let y = 0; y < CELLS; y++) {
    for (let x = 0; x < CELLS; x++) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          if (x + dx < 0 || x + dx >= CELLS || y + dy < 0 || y + dy >= CELLS) continue;
          const weight = (dx === 0 ? 2 : 1) * (dy === 0 ? 2 : 1);
          sum += weight * (cells[(y + dy) * CELLS + x + dx] ?? 0);
        }
      }
      soft[y * CELLS + x] = sum;
    }
  }
  return soft;
}

function unit(cells: Float32Array): Float32Array {
  const mean = cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
  const centred = cells.map((cell) => cell - mean);
  const length = Math.sqrt(centred.reduce((sum, cell) => sum + cell * cell, 0)) || 1;
  return centred.map((cell) => cell / length);
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

/** 0 to 1: the whole's likeness, or that of a shared component by how much of both characters it is. */
function likeness(a: Picture, b: Picture): number {
  const whole = product(a.whole.cells, b.whole.cells);
  let best = whole;
  for (const part of SAME_PLACE) {
    const share = Math.min(a[part].share, b[part].share);
    best = Math.max(best, component(product(a[part].cells, b[part].cells), share, whole));
    best = Math.max(best, component(product(a[part].cells, b.whole.cells), a[part].share, whole) - 0.04);
    best = Math.max(best, component(product(b[part].cells, a.whole.cells), b[part].share, whole) - 0.04);
  }
  return best;
}

function component(correlation: number, share: number, whole: number): number {
  return share < 0.25 ? 0 : correlation * (0.5 + 0.45 * share) + 0.15 * whole;
}

function sharedLetters(a: string, b: string): number {
  const row = new Uint8Array(b.length + 1);
  for (let down = 0; down < a.length; down++) {
    let diagonal = 0;
    for (let at = 1; at <= b.length; at++) {
      const above = row[at] as number;
      row[at] = a.charCodeAt(down) === b.charCodeAt(at - 1) ? diagonal + 1 : Math.max(above, row[at - 1] as number);
      diagonal = above;
    }
  }
  return (2 * (row[b.length] as number)) / (a.length + b.length || 1);
}

function score(a: Drawn, b: Drawn): number {
  let corners = 0;
  for (let at = 0; at < 4; at++) {
    const corner = a.shape.fourCorner[at];
    if (corner !== undefined && corner === b.shape.fourCorner[at]) corners += 0.25;
  }
  const phonetic = a.shape.phonetic.some((group) => b.shape.phonetic.includes(group)) ? 1 : 0;
  return (
    WEIGHT.picture * likeness(a.picture, b.picture) +
    WEIGHT.cangjie * sharedLetters(a.shape.cangjie, b.shape.cangjie) +
    WEIGHT.phonetic * phonetic +
    WEIGHT.corners * corners
  );
}

/** For each character those that look like it, the likest first. */
export function rankLookAlikes(all: readonly Drawn[]): Map<string, string> {
  const near: [number, string][][] = all.map(() => []);
  for (const [one, a] of all.entries()) {
    for (let other = one + 1; other < all.length; other++) {
      const b = all[other] as Drawn;
      const alike = score(a, b);
      if (alike < LEAST_SCORE) continue;
      near[one]?.push([alike - (b.rare ? WEIGHT.rare : 0), b.char]);
      near[other]?.push([alike - (a.rare ? WEIGHT.rare : 0), a.char]);
    }
  }
  const best = near.map((list) => list.sort((a, b) => b[0] - a[0]).slice(0, MOST));
  return new Map(all.map(({ char }, at) => [char, (best[at] ?? []).map(([, other]) => other).join('')]));
}
