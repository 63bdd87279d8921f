import { paths } from '#lib/paths.ts';

/** A path without `..` and `//`, by which a browser would climb out of the desk or read a host. */
const DESK_PATH = /^\/desk(?:\/[a-z0-9%_-][a-z0-9%._-]*)+(?:\?[a-z0-9/=&%+._-]*)?$/i;

/** A path of the desk, and nothing else: a link from elsewhere must not send anybody away after signing in. */
export const safeBack = (back: unknown): string =>
  typeof back === 'string' && DESK_PATH.test(back) ? back : paths.desk.home;
