/** What a page or a sheet says of a text by how it draws it, kept in the characters themselves. */

const RAISED = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079';

/** Digits above or below the line: a footnote's, never a number's. */
export const raised = (text: string): string => text.replace(/[0-9]/g, (digit) => RAISED[Number(digit)] ?? digit);

/** Struck through: still printed, and taken back. */
export const struck = (text: string): string =>
  [...text].map((one) => (/\s|\u0336/u.test(one) ? one : `${one}\u0336`)).join('');
