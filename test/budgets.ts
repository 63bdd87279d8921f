const KB = 1024;

interface Budget {
  /** Several addresses have one budget for all of them. */
  addresses: readonly string[];
  /** In bytes on the wire, compressed. */
  most: number;
}

/** What a reader's phone may have to fetch. */
export const BUDGETS: readonly Budget[] = [
  { addresses: ['/'], most: 10 * KB },
  { addresses: ['/dalian/shahe'], most: 10 * KB },
  { addresses: ['/dalian/stations/shahe'], most: 10 * KB },
  { addresses: ['/dalian/data'], most: 10 * KB },
  { addresses: ['/dalian/print'], most: 10 * KB },
  { addresses: ['/page.js'], most: 4 * KB },
  { addresses: ['/tools.js'], most: KB + KB / 2 },
  { addresses: ['/page.js', '/report.js'], most: 12 * KB },
  { addresses: ['/lookup.js', '/dalian/lookup.json'], most: 24 * KB },
  { addresses: ['/dalian/divisions.json'], most: 14 * KB },
];

/** The bodies of these addresses of `origin` as they come over the wire, together. */
export async function compressedBytes(origin: string, addresses: readonly string[]): Promise<number> {
  const sizes = addresses.map(async (address) => {
    const answer = await fetch(origin + address, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    return Number(answer.headers.get('content-length'));
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
