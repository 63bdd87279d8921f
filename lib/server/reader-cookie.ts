import { readEnvironment } from './environment.ts';

interface CookieScope {
  /** The part of the site to which the browser sends it. */
  path: string;
  /** 0 makes the browser forget it. */
  seconds: number;
  /** `Lax` also where a link of another site or of a chat leads here. */
  sameSite: 'Strict' | 'Lax';
}

/** A Set-Cookie line for something that concerns one reader: no script sees it, no form of another site sends it. */
export function readerCookie(name: string, value: string, { path, seconds, sameSite }: CookieScope): string {
  const secure = readEnvironment().BAODA_ORIGIN?.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=${sameSite}${secure}`;
}
