import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const COMPRESSIBLE = /^text\/|javascript|json|xml|^image\/svg/;
/** Below this the wrapping costs more than it saves. */
const LEAST_BYTES = 500;
/** Brotli 9 of a 60 KB page takes some 6 ms; 11 saves 3 to 8% more and takes 25 times as long. */
const QUALITY = { usual: { br: 9, gzip: 7 }, thorough: { br: 11, gzip: 9 } } as const;

/** Compressed bodies by what they are made of: most readers get the same few pages. */
const KEPT_BODIES = 300;
const LONGEST_KEPT = 256 * 1024;
const kept = new Map<string, Buffer>();

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

export function isCompressible(contentType: string): boolean {
  return COMPRESSIBLE.test(contentType);
}

/** The better encoding of those that `Accept-Encoding` allows, or null. A weight of 0 is a refusal (RFC 9110). */
export function chooseEncoding(acceptEncoding: string | undefined, bytes: number): Encoding | null {
  if (bytes < LEAST_BYTES || !acceptEncoding) return null;
  const accepted = new Set<string>();
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) accepted.add(name);
  }
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') ? 'gzip' : null;
}

function encode(body: Buffer, encoding: Encoding, thorough: boolean): Promise<Buffer> {
  const quality = QUALITY[thorough ? 'thorough' : 'usual'];
  if (encoding === 'gzip') return deflate(body, { level: quality.gzip });
  return brotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality.br, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

/**
 * @param tag says what the body is: the same tag, the same bytes
 * @param thorough for what is fetched by everyone and seldom changes: smaller, and worth the time once
 */
export async function compress(body: Buffer, encoding: Encoding, tag: string, thorough: boolean): Promise<Buffer> {
  const key = encoding + tag;
  const known = kept.get(key);
  if (known) {
    kept.delete(key); // back in as the newest
    kept.set(key, known);
    return known;
  }
  const compressed = await encode(body, encoding, thorough);
  if (compressed.length <= LONGEST_KEPT) kept.set(key, compressed);
  const oldest = kept.size > KEPT_BODIES ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return compressed;
}
