import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { clientBuckets, readClient } from './clients.ts';

const hmac = (message: string) => createHmac('sha256', 'a secret for tests only').update(message).digest();

describe('a client', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['127.0.0.2', '127.0.0.2'],
    ['::1', '127.0.0.1'],
    ['0:0:0:0:0:0:0:1', '127.0.0.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:C000:0201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
    ['64:ff9b::192.0.2.1', '192.0.2.1'],
    ['64:FF9B::c000:201', '192.0.2.1'],
    ['2002:c000:0201:9::1', '192.0.2.1'],
    ['2001:0:4136:e378:8000:63bf:3fff:fdfe', '192.0.2.1'],
    ['unknown', 'unknown'],
    ['', ''],
    ['999.0.2.1', '999.0.2.1'],
  ])('at %s is %s and nothing above', (address, own) => {
    expect(readClient(address)).toEqual({ own, site: null });
  });

  it.each([
    ['2001:db8:1:2345:6:7:8:9', '2001:db8:1:2300::/56', '2001:db8:1::/48'],
    ['2001:DB8:1:23ff::', '2001:db8:1:2300::/56', '2001:db8:1::/48'],
    ['2001:0db8:0001:23ab::1%eth0', '2001:db8:1:2300::/56', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0:0::/56', '2001:db8:0::/48'],
    ['2001:db8:0:0:1::', '2001:db8:0:0::/56', '2001:db8:0::/48'],
    ['2001:db8:1:99::192.0.2.1', '2001:db8:1:0::/56', '2001:db8:1::/48'],
    ['fe80::1%en0', 'fe80:0:0:0::/56', 'fe80:0:0::/48'],
    ['64:ff9b:1::1', '64:ff9b:1:0::/56', '64:ff9b:1::/48'],
    ['::2', '0:0:0:0::/56', '0:0:0::/48'],
  ])('at %s is the network %s in %s', (address, own, site) => {
    expect(readClient(address)).toEqual({ own, site });
  });

  it('that is a thousand characters long is cut', () => {
    expect(readClient('x'.repeat(1000)).own).toHaveLength(100);
  });
});

describe('the buckets of a client', () => {
  it('are one for IPv4 and two for IPv6, the wider ten times as large, and hold no address', () => {
    expect(clientBuckets('mark', hmac, null)).toEqual([]);
    const [own, more] = clientBuckets('mark', hmac, '192.0.2.1');
    expect([own?.times, more]).toEqual([1, undefined]);
    expect(own?.bucket).toMatch(/^mark:[0-9a-f]{32}$/);
    expect(clientBuckets('mark', hmac, '2001:db8::1').map(({ times }) => times)).toEqual([1, 10]);
  });

  it('are the same for every address of a network, and others for another one and for something else', () => {
    const of = (address: string, about?: string) =>
      clientBuckets('mark', hmac, address, about).map(({ bucket }) => bucket);
    expect(of('2001:db8:1:2301::1')).toEqual(of('2001:DB8:1:23fe:5::'));
    const [own, site] = of('2001:db8:1:2400::1');
    expect([own === of('2001:db8:1:2301::1')[0], site === of('2001:db8:1:2301::1')[1]]).toEqual([false, true]);
    expect(of('192.0.2.1', '编辑甲')).not.toEqual(of('192.0.2.1'));
    expect(of('::ffff:192.0.2.1')).toEqual(of('192.0.2.1'));
  });
});
