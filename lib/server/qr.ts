import { encode } from 'uqr';

/** The blank frame that ISO/IEC 18004 asks for, in modules. */
const QUIET_ZONE = 4;

/**
 * The QR code of an address, for `<svg viewBox="0 0 {size} {size}"><path d={path}/></svg>`, black on white, the blank
 * frame included. Level M: a sheet on a notice board gets creased.
 */
export function drawQr(address: string): { size: number; path: string } {
  const { size, data } = encode(address, { ecc: 'M', border: QUIET_ZONE });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}
