import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright/test';
import { startServerAt } from '../test/server.ts';

/** What is printed, as it will lie on the paper. */

export interface PaperServer {
  origin: string;
  end: () => Promise<void>;
}

/** A server whose store holds these mixes of `test/number-states.ts`. */
export async function serveMixes(...mixes: string[]): Promise<PaperServer> {
  const BAODA_STORE = join(mkdtempSync(join(tmpdir(), 'baoda-paper-')), 'baoda.db');
  const env = { ...process.env, BAODA_STORE };
  await promisify(execFile)(process.execPath, ['test/number-states.ts', ...mixes], { env });
  const server = startServerAt('.', { BAODA_STORE, BAODA_ORIGIN: 'https://baoda.example' });
  const end = async () => {
    server.process.kill('SIGTERM');
    await server.ended();
  };
  return { origin: `http://localhost:${await server.port()}`, end };
}

export async function countPages(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

const MILLIMETRE = 96 / 25.4;

/** Lays the page out as on A4 with these margins, on one page without an end. */
export async function layOut(page: Page, margin: number): Promise<void> {
  const [width, height] = [210, 297].map((side) => Math.floor((side - 2 * margin) * MILLIMETRE));
  await page.setViewportSize({ width: width ?? 0, height: height ?? 0 });
  await page.emulateMedia({ media: 'print' });
}

/** In the page: what of the sheet's table stands outside its column, is torn, or lies on something else. */
export function strayed(): string[] {
  const wrong: string[] = [];
  const inside = (one: DOMRect, box: DOMRect) => one.left > box.left - 0.5 && one.right < box.right + 0.5;
  for (const row of document.querySelectorAll('.sheetrow')) {
    const [who, office, mobile] = [...row.children].map((cell) => cell.getBoundingClientRect());
    const left = row.getBoundingClientRect().left;
    const columns = [who, office, mobile].map((cell) => Math.round((cell?.left ?? 0) - left));
    if (columns.join() !== '0,76,219') wrong.push(`columns ${columns}: ${row.textContent}`);
  }
  for (const part of document.querySelectorAll('.sheetcell .nb, .sheetcell sup, .sheetcell small')) {
    const cell = part.closest('.sheetcell')?.getBoundingClientRect();
    if (!cell || !inside(part.getBoundingClientRect(), cell)) wrong.push(`out of its column: ${part.textContent}`);
    if (part.matches('.nb') && part.getClientRects().length !== 1) wrong.push(`torn: ${part.textContent}`);
  }
  const texts = document.createTreeWalker(document.querySelector('.table') ?? document.body, NodeFilter.SHOW_TEXT);
  const boxes: { of: Node; text: string; box: DOMRect }[] = [];
  while (texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const text = texts.currentNode.textContent?.trim() ?? '';
    // The ink of a line is lower than its box: some 60 percent.
    for (const { x, y, width, height } of text ? range.getClientRects() : [])
      boxes.push({ of: texts.currentNode, text, box: new DOMRect(x, y + height * 0.2, width, height * 0.6) });
  }
  for (const [at, { of, text, box }] of boxes.entries())
    for (const other of boxes.slice(at + 1)) {
      if (other.of === of) continue; // a head that is repeated in the next column is measured twice at its first place
      const x = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const y = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (x > 0.5 && y > 0.5) wrong.push(`${text} on ${other.text}`);
    }
  return wrong;
}

/** In the page: the widest gap inside a number and the narrowest from a number, signs and all, to the next in its row. */
export function gaps(): { inside: number; between: number } {
  let [inside, between] = [0, 1000];
  for (const row of document.querySelectorAll('.sheetrow')) {
    for (const number of row.querySelectorAll('b')) {
      const groups = [...number.querySelectorAll('.nb')].map((group) => group.getBoundingClientRect());
      for (const [at, group] of groups.entries()) {
        const next = groups[at + 1];
        if (next && next.top === group.top) inside = Math.max(inside, next.left - group.right);
      }
    }
    const [office, mobile] = [...row.querySelectorAll('.sheetcell')].map((cell) => [...cell.querySelectorAll('b .nb')]);
    const ends = office?.map((group) => group.getBoundingClientRect().right) ?? [];
    const starts = mobile?.map((group) => group.getBoundingClientRect().left) ?? [];
    if (ends.length && starts.length) between = Math.min(between, Math.min(...starts) - Math.max(...ends));
  }
  return { inside, between };
}

/** In the page: what does not fit on a card or poster of fixed size, and what of it is torn. */
export function overfull(selector: string): string[] {
  const paper = document.querySelector(selector);
  if (!paper) return [`no ${selector}`];
  const box = paper.getBoundingClientRect();
  const wrong: string[] = [];
  for (const part of paper.querySelectorAll('*')) {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    if (left < box.left - 0.5 || right > box.right + 0.5 || top < box.top - 0.5 || bottom > box.bottom + 0.5)
      wrong.push(`out of the paper: ${part.className} ${part.textContent}`);
    if (part.matches('.nb') && part.getClientRects().length !== 1) wrong.push(`torn: ${part.textContent}`);
  }
  const blocks = [...paper.children].map((block) => block.getBoundingClientRect());
  for (const [at, block] of blocks.entries())
    if (block.bottom > (blocks[at + 1]?.top ?? block.bottom) + 0.5) wrong.push(`block ${at} lies on the next`);
  return wrong;
}
