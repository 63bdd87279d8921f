import { drawQr } from '#lib/server/qr.ts';
import { printWords } from '#lib/wording/print.ts';

/** An address to scan from paper. */
export function QrCode({ address }: { address: string }) {
  const { size, path } = drawQr(address);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={printWords.qr(address)}>
      <path d={path} fill="#000" />
    </svg>
  );
}
