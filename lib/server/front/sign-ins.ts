import { readDevice } from '../known-device.ts';
import { secret } from '../secret.ts';
import { foldUsername } from '../usernames.ts';
import type { Exchange } from './exchange.ts';
import { pathOf } from './routes.ts';

const DESK_FORM = /^\/desk\/send\//;

/** Whom a form signs in, by the page for it or within another form, as it is folded; null where it signs in nobody. */
function signedIn({ request, sent }: Pick<Exchange, 'request' | 'sent'>): string | null {
  const path = pathOf(request.url ?? '');
  if (!DESK_FORM.test(path)) return null;
  const fields = new URLSearchParams(sent.toString());
  const typed = (path === '/desk/send/sign-in' && fields.get('username')) || fields.get('again-username');
  return typed ? foldUsername(typed) : null;
}

/**
 * Whether a password has to be looked at for a browser in which nobody of that name has signed in before: that costs as
 * much as anybody likes to send, and waits, so it is nothing that a report or the work at the desk should wait behind.
 */
export function isUnknownSignIn(exchange: Pick<Exchange, 'request' | 'sent'>): boolean {
  const username = signedIn(exchange);
  if (username === null) return false;
  const cookie = exchange.request.headers.cookie ?? null;
  return readDevice(secret(), username, { get: (name) => (name === 'cookie' ? cookie : null) }) === null;
}
