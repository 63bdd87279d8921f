/** Letters of any script and what stands between them in a name; no digit, no sign of an address or of markup. */
const WORDS = /^[\p{L}\p{M} ·'’()（）-]{2,20}$/u;

/** Whether words may be told at all: the phone asks this alone, before it offers the button; the server more. */
export const mayBeTold = (words: string): boolean => WORDS.test(words);
