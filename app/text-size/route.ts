import { z } from 'zod';

const query = z.object({
  to: z.enum(['100', '120', '150']),
  // A path of ours: one slash, never two (another host), no backslash and no control character.
  back: z
    .string()
    .max(1500)
    .regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u),
});

const YEAR = 365 * 24 * 60 * 60;

/** Keeps the text size in a cookie and leads back: a plain link, so that it works without script. */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const asked = query.safeParse({ to: searchParams.get('to'), back: searchParams.get('back') ?? '/' });
  const headers = new Headers({ location: '/', 'cache-control': 'no-store' });
  if (asked.success) {
    const { pathname, search } = new URL(asked.data.back, 'http://localhost');
    headers.set('location', pathname + search);
    headers.set('set-cookie', `size=${asked.data.to}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax`);
  }
  return new Response(null, { status: 303, headers });
}
