import { lookup as lookUp } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { readEnvironment } from '../environment.ts';

/**
 * Where a message may be posted to: https, and no address within the machine or its network, asked of the name's
 * addresses at the moment they are connected to. What an admin types would else reach what only this machine can.
 */

const within = new BlockList();
for (const [net, prefix] of [
  ...[
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
  ],
  ...[
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ],
  ...[
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ],
] as [string, number][])
  within.addSubnet(net, prefix, 'ipv4');
/** Everything but what is given out to the public, of which a part leads on to IPv4 again. */
const publicIpv6 = new BlockList();
publicIpv6.addSubnet('2000::', 3, 'ipv6');
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  within.addSubnet(net, prefix, 'ipv6');

/** Whether an address is one of the public internet. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !within.check(address, 'ipv4');
  return family === 6 && publicIpv6.check(address, 'ipv6') && !within.check(address, 'ipv6');
}

/** The name leads within the machine or its network. */
export class PrivateTarget extends Error {
  override name = 'PrivateTarget';
}

const allowsPrivate = () => readEnvironment().BAODA_ALLOW_PRIVATE_WEBHOOKS === '1';

/** What is wrong with an address that somebody typed, or null. Its name is asked for when it is sent to. */
export function targetProblem(address: string): 'form' | 'https' | 'private' | null {
  const url = URL.parse(address);
  if (url === null || url.hostname === '' || url.username !== '' || url.password !== '') return 'form';
  if (allowsPrivate()) return ['http:', 'https:'].includes(url.protocol) ? null : 'https';
  if (url.protocol !== 'https:') return 'https';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isLocal = host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && !isPublic(host));
  return isLocal ? 'private' : null;
}

/** Looks a name up for a connection; refuses it where any of its addresses is not public. */
export const publicLookup: LookupFunction = (host, options, callback) => {
  lookUp(host, { ...options, all: true }).then(
    (addresses) => {
      if (!allowsPrivate() && addresses.some(({ address }) => !isPublic(address)))
        return callback(new PrivateTarget(`${host} is within this network`), '');
      const [first] = addresses;
      if (options.all) return callback(null, addresses);
      return callback(null, first?.address ?? '', first?.family);
    },
    (error: NodeJS.ErrnoException) => callback(error, ''),
  );
};
