import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { DESK_PATH_HEADER } from '#lib/server/front/headers.ts';
import { deskPolicy } from '#lib/server/front/policy.ts';
import { development } from '#lib/server/mode.ts';

/** Staff pages hydrate, under a nonce of their own each time. Readers' pages get their policy from the front. */
export function proxy(request: NextRequest): NextResponse {
  const policy = deskPolicy(randomBytes(16).toString('base64'), development);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy); // Next reads the nonce from here
  headers.set(DESK_PATH_HEADER, request.nextUrl.pathname);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/** Not what forms send: Next would copy each body, and cut it after 10 MB. */
export const config = { matcher: ['/desk', '/desk/((?!send/).*)'] };
