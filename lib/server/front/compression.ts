import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const COMPRESSIBLE = /^text\/|javascript|json|xml|^image\/svg/;
/** Below this the wrapping costs more than it saves. */
const LEAST_BYTES = 500;
/** Brotli 9 of a 60 KB page takes some 6 ms; 11 saves 3% more and takes 25 times as long. */
const BROTLI_QUALITY = 9;
const GZIP_LEVEL = 7;

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

function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'br'
    ? brotli(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      })
    : deflate(body, { level: GZIP_LEVEL });
}

/** @param tag says what the body is: the same tag, the same bytes */
export async function compress(body: Buffer, encoding: Encoding, tag: string): Promise<Buffer> {
  const key = encoding + tag;
  const known = kept.get(key);
  if (known) {
    kept.delete(key); // back in as the newest
    kept.set(key, known);
    return known;
  }
  const compressed = await encode(body, encoding);
  if (compressed.length <= LONGEST_KEPT) kept.set(key, compressed);
  const oldest = kept.size > KEPT_BODIES ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return compressed;
}
