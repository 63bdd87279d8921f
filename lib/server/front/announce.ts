import { networkInterfaces } from 'node:os';
import type { Environment } from '../environment.ts';
import type { Mode } from './policy.ts';

const ANY_ADDRESS = new Set(['0.0.0.0', '::']);
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

function networkAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).filter((one) => one.family === 'IPv4' && !one.internal).map((one) => one.address),
  );
}

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);

/** What the start says: where it is, how a phone reaches it, what is not set. */
export function announcement({ HOST, BAODA_ORIGIN }: Environment, port: number, mode: Mode): string {
  const here = LOOPBACK.has(HOST) || ANY_ADDRESS.has(HOST) ? 'localhost' : bracketed(HOST);
  const command = mode === 'dev' ? 'npm run dev' : 'npm start';
  const phone = ANY_ADDRESS.has(HOST)
    ? networkAddresses().map((address) => `  From a phone in the same network: http://${address}:${port}`)
    : LOOPBACK.has(HOST)
      ? [`  From a phone in the same network: stop, then HOST=0.0.0.0 ${command}`]
      : [];
  const client = mode === 'full' ? ['  BAODA_LEAN=0: pages carry the client of Next.'] : [];
  const origin = BAODA_ORIGIN ? [] : ['  BAODA_ORIGIN is not set: the print sheet has no QR code.'];
  return [`报达 is at http://${here}:${port}`, ...phone, ...client, ...origin].join('\n');
}
