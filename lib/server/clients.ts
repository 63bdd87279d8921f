import { isIPv4, isIPv6 } from 'node:net';
import { fingerprint, type Hmac } from '../reports/secret.ts';

/**
 * Whom a limit counts: an IPv4 address, or the IPv6 /56 that a household is given. `site` is the /48 that a provider may
 * give as a whole; null where there is none above.
 */
export interface Client {
  own: string;
  site: string | null;
}

/** A /48 holds 256 clients and may be one customer: it has so many times as much as a client. */
const SITE_TIMES = 10;

/** Longer than any address with its zone. */
const LONGEST = 100;

const v4Of = (high: number, low: number) => [high >> 8, high & 255, low >> 8, low & 255].join('.');

/** The eight groups of an IPv6 address, in whatever way it is written. */
function groupsOf(address: string): number[] {
  // Spells it anew: lower case, compressed, and no part of it as an IPv4 address.
  const spelt = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = [], tail = []] = spelt.split('::').map((part) => part.split(':').filter(Boolean));
  const between = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...between, ...tail].map((group) => Number.parseInt(group, 16));
}

/** The IPv4 address that an IPv6 address only carries, or null: whoever has it has one client, not a new one a network. */
function carriedV4(groups: readonly number[]): string | null {
  const [a = 0, b = 0, c = 0, , , f = 0, g = 0, h = 0] = groups;
  const isZero = (from: number, to: number) => groups.slice(from, to).every((group) => group === 0);
  if (isZero(0, 5) && f === 0xffff) return v4Of(g, h); // ::ffff:192.0.2.1
  if (isZero(0, 7) && h === 1) return '127.0.0.1'; // ::1
  if (a === 0x64 && b === 0xff9b && isZero(2, 6)) return v4Of(g, h); // NAT64
  if (a === 0x2002) return v4Of(b, c); // 6to4
  if (a === 0x2001 && b === 0) return v4Of(g ^ 0xffff, h ^ 0xffff); // Teredo
  return null;
}

/** Who an address is for a limit. What is no address, such as `unknown`, is one client by that name. */
export function readClient(address: string): Client {
  const bare = address.trim().replace(/%.*$/, '');
  if (isIPv4(bare)) return { own: bare, site: null };
  if (!isIPv6(bare)) return { own: address.slice(0, LONGEST), site: null };
  const groups = groupsOf(bare);
  const v4 = carriedV4(groups);
  if (v4 !== null) return { own: v4, site: null };
  const hex = groups.map((group) => group.toString(16));
  const own = [...hex.slice(0, 3), ((groups[3] ?? 0) & 0xff00).toString(16)].join(':');
  return { own: `${own}::/56`, site: `${hex.slice(0, 3).join(':')}::/48` };
}

/** A bucket that a client fills, and how many times a client's own allowance it holds. Only an HMAC of the client stands in it. */
export interface ClientBucket {
  bucket: string;
  times: number;
}

/**
 * The buckets of a client, its own first; none where nobody vouches for an address.
 *
 * @param about what else is counted apart, such as the name that is guessed at
 */
export function clientBuckets(kind: string, hmac: Hmac, address: string | null, about = ''): ClientBucket[] {
  if (address === null) return [];
  const { own, site } = readClient(address);
  const bucketOf = (who: string) => `${kind}:${fingerprint(hmac, 'address', about === '' ? who : `${who}\n${about}`)}`;
  return [
    { bucket: bucketOf(own), times: 1 },
    ...(site === null ? [] : [{ bucket: bucketOf(site), times: SITE_TIMES }]),
  ];
}
