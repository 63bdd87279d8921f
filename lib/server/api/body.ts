import { problemDetails } from '../../wording/api.ts';
import { Problem } from './problems.ts';

/** How deep a body may be nested; ours are two deep. */
const MOST_LEVELS = 8;
/** Longest body, in bytes. The front refuses earlier; this holds without it too. */
const LONGEST_BODY = 64 * 1024;

/** @throws Problem where the body is too long, not JSON by its type, not JSON at all, or nested deeper than any of ours */
export async function readJsonBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Problem('unsupported_media_type', problemDetails.mediaType);
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > LONGEST_BODY)
    throw new Problem('content_too_large', problemDetails.contentTooLarge(LONGEST_BODY / 1024));
  const body = parseJson(bytes);
  if (body === undefined || isDeeper(body, MOST_LEVELS))
    throw new Problem('malformed_request', problemDetails.malformed);
  return body;
}

/** Undefined where it is no JSON in UTF-8. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** Looks no further down than it may: what is nested a thousand deep would use up the stack of whoever walks it. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}
