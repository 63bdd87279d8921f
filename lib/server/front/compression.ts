import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { etagOf } from './caching.ts';
import { addVary, type Exchange, typeOf } from './exchange.ts';

/** The better one first. */
const ENCODINGS = ['br', 'gzip'] as const;
type Encoding = (typeof ENCODINGS)[number];

const KB = 1024;

const COMPRESSIBLE = /^text\/|javascript|json|\bxml\b|^image\/svg/;
/** Below this the wrapping costs more than it saves. */
const LEAST_BYTES = 500;

/**
 * How hard to try, by size: the longest that one body may cost is some 20 ms of processor, whatever is in it. Text of two
 * letters is the worst: 1 MB of it takes brotli 9 80 ms and gzip 9 two seconds, which strangers could have for one form.
 */
const QUALITY: readonly { upTo: number; br: number; gzip: number }[] = [
  { upTo: 64 * KB, br: 9, gzip: 7 },
  { upTo: 128 * KB, br: 9, gzip: 4 },
  { upTo: 512 * KB, br: 5, gzip: 4 },
  { upTo: Number.POSITIVE_INFINITY, br: 2, gzip: 1 },
];
/** For files of phones: 3 to 8% less, once for all who fetch them, some 30 ms for the largest it is used for. */
const THOROUGH = { upTo: 64 * KB, br: 11, gzip: 7 };

/** Compressed bodies by what they are made of: most readers get the same few pages. */
const KEPT_BODIES = 300;
const LONGEST_KEPT = 256 * KB;
const kept = new Map<string, Buffer>();
/** Those of the files for phones: there are few, and pages that anybody can ask for by the thousand push none out. */
const keptFiles = new Map<string, Buffer>();

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** The better encoding of those that `Accept-Encoding` allows, or null. A weight of 0 is a refusal (RFC 9110). */
export function chooseEncoding(acceptEncoding: string | undefined, bytes: number): Encoding | null {
  if (bytes < LEAST_BYTES || !acceptEncoding) return null;
  const parts = acceptEncoding.toLowerCase().split(',');
  const accepted = parts.filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part)).map((part) => part.split(';')[0]?.trim());
  return ENCODINGS.find((encoding) => accepted.includes(encoding)) ?? null;
}

function encode(body: Buffer, encoding: Encoding, isFile: boolean): Promise<Buffer> {
  const isThorough = isFile && body.length <= THOROUGH.upTo;
  const quality = isThorough ? THOROUGH : QUALITY.find(({ upTo }) => body.length <= upTo);
  if (encoding === 'gzip') return deflate(body, { level: quality?.gzip });
  return brotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality?.br ?? 1, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

async function compress(body: Buffer, encoding: Encoding, isFile: boolean): Promise<Buffer> {
  const bodies = isFile ? keptFiles : kept;
  const key = encoding + etagOf(body);
  const compressed = bodies.get(key) ?? (await encode(body, encoding, isFile));
  bodies.delete(key); // back in as the newest
  if (compressed.length <= LONGEST_KEPT) bodies.set(key, compressed);
  if (bodies.size > KEPT_BODIES) bodies.delete(bodies.keys().next().value ?? '');
  return compressed;
}

/**
 * Scripts and tables that every phone fetches once and that change with a deployment or a decision only: smaller, and
 * worth the time once. What was asked with a query is one reader's.
 */
function isFileForPhones(exchange: Exchange): boolean {
  const { request, route } = exchange;
  return route.audience === 'reader' && !request.url?.includes('?') && /javascript|json/.test(typeOf(exchange));
}

/** Step: text leaves compressed where the client takes it. What concerns one person is not kept for the next. */
export async function compressBody(exchange: Exchange): Promise<void> {
  const { request, response, route, body } = exchange;
  const isDone = response.statusCode === 304 || response.hasHeader('content-encoding');
  if (isDone || !COMPRESSIBLE.test(typeOf(exchange))) return;
  addVary(exchange, 'Accept-Encoding');
  const encoding = chooseEncoding(String(request.headers['accept-encoding'] ?? ''), body.length);
  if (!encoding) return;
  response.setHeader('content-encoding', encoding);
  response.removeHeader('accept-ranges');
  exchange.body = route.personal
    ? await encode(body, encoding, false)
    : await compress(body, encoding, isFileForPhones(exchange));
}
