const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

const FIRST_WIDE = '\u1100';

/** Columns a text takes in a terminal: Chinese characters take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character >= FIRST_WIDE && WIDE.test(character) ? 2 : 1;
  return width;
}
