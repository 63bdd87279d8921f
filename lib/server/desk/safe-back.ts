import { paths } from '../../paths.ts';

/** A path without `..` and `//`, by which a browser would climb out of the desk or read a host. */
const DESK_PATH = /^\/desk(?:\/[a-z0-9%_-][a-z0-9%._-]*)*(?:\?[a-z0-9/=&%+*._-]*)?$/i;

/** Longer than any address of the desk's own pages. */
const LONGEST = 4_000;

/** Dots and slashes that a browser reads as such, however they are written. */
const DISGUISED = /^[^?]*%(?:2e|2f|5c)/i;

/** A path of the desk, and nothing else: what a link or a form names must not send anybody away. */
export const safeBack = (back: string | null): string =>
  back !== null && back.length <= LONGEST && DESK_PATH.test(back) && !DISGUISED.test(back) ? back : paths.desk.home;
