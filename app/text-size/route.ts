import { z } from 'zod';
import { TEXT_SIZES } from '#lib/shown/text-size.ts';

/** A path of ours: one slash, never two (another host), no backslash and no control character. */
const OWN_PATH = /^\/(?![/\\])[^\\\p{Cc}]*$/u;

/** The path as a browser reads it: only after `.` and `..` are resolved does it show where it leads. */
const resolved = (path: string): string => {
  const { pathname, search } = new URL(path, 'http://localhost');
  return pathname + search;
};

const query = z.object({
  to: z.enum(TEXT_SIZES),
  back: z.string().max(1500).regex(OWN_PATH).transform(resolved).pipe(z.string().regex(OWN_PATH)),
});

const YEAR = 365 * 24 * 60 * 60;

/** Keeps the text size in a cookie and leads back: a plain link, so that it works without script. */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const asked = query.safeParse({ to: searchParams.get('to'), back: searchParams.get('back') ?? '/' });
  const headers = new Headers({ location: '/', 'cache-control': 'no-store' });
  if (asked.success) {
    headers.set('location', asked.data.back);
    headers.set('set-cookie', `size=${asked.data.to}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax`);
  }
  return new Response(null, { status: 303, headers });
}
