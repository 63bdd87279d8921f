import { callWord } from '../wording/reader.ts';

/**
 * Digits one by one, as a Mandarin voice has to be given them: `8267` it reads as eight thousand two hundred and
 * sixty-seven, `8 2 6 7` as the digits (heard with eSpeak NG's `cmn`).
 */
export const spokenDigits = (digits: string): string => digits.replace(/\d(?=\d)/g, '$& ');

/** What a call link is called for those who hear it: whom it calls, then the digits one by one. */
export const callName = (whom: string, digits: string): string => `${callWord}${whom} ${spokenDigits(digits)}`;

/**
 * A number in the parts that each stay whole on a line: what stands before the first gap, the rest, and an extension. It
 * breaks nowhere else.
 */
export function digitParts(digits: string): string[] {
  const [, ...parts] = /^(\S+) (\d[\d ]*?)(?: (\D.*))?$/.exec(digits) ?? [];
  return parts.length === 0 ? [digits] : parts.filter((part) => part !== undefined);
}
