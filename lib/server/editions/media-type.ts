import { isZip } from '../../table/sniff.ts';

const BEGINNING = 1_000;
const [TAB, COMMA, LESS_THAN] = ['\t', ',', '<'].map((character) => character.charCodeAt(0));

/** What kind of file a table came in, by what it begins with. */
export function mediaTypeOf(bytes: Uint8Array): string {
  if (isZip(bytes)) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const beginning = bytes.subarray(0, BEGINNING);
  if (beginning.find((byte) => byte > 0x20 && byte < 0x7f) === LESS_THAN) return 'text/html';
  if (beginning.includes(TAB ?? 0)) return 'text/tab-separated-values';
  return beginning.includes(COMMA ?? 0) ? 'text/csv' : 'text/plain';
}
