import { MOST_BYTES } from '../../table/decode.ts';

const KB = 1024;

/** What the front needs to know of a part of the site. */
export interface RouteRule {
  path: RegExp;
  /** Who reads it: errors are pages for readers and staff, problems (RFC 9457) for programs. */
  audience: 'reader' | 'desk' | 'program';
  methods: readonly string[];
  /** The longest body, in bytes. */
  longestBody: number;
  /** The longest time that it may take to arrive, in milliseconds; ten seconds where none stands. */
  slowestBody?: number;
  /** Whoever is not signed in at the desk sends nothing of it: it is long. */
  signedIn?: true;
  /** What it shows concerns one person: nothing of it may be kept by a browser or a proxy. */
  personal: boolean;
}

const READ = ['GET', 'HEAD'] as const;
const page: Omit<RouteRule, 'path'> = { audience: 'reader', methods: READ, longestBody: 0, personal: false };

/**
 * The one list of what takes more than GET and HEAD. First match wins; everything else is a page. Next would parse a
 * POST to any page as a server action, and answer PUT, DELETE and TRACE of a static page with 200.
 */
const ROUTES: readonly RouteRule[] = [
  {
    path: /^\/api(\/|$)/,
    audience: 'program',
    methods: [...READ, 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'], // each route refuses what it does not take
    longestBody: 64 * KB,
    personal: false,
  },
  {
    path: /^\/desk\/send\/import-begin$/,
    audience: 'desk',
    methods: ['POST'],
    longestBody: MOST_BYTES + 1024 * KB, // what stands beside the file
    slowestBody: 80_000,
    signedIn: true,
    personal: true,
  },
  { path: /^\/desk\/send\//, audience: 'desk', methods: ['POST'], longestBody: 128 * KB, personal: true },
  { path: /^\/desk(\/|$)/, audience: 'desk', methods: READ, longestBody: 0, personal: true },
  {
    ...page,
    path: /^\/[^/]+\/stations\/[^/]+\/problem\/send$/,
    methods: ['POST'],
    longestBody: 4 * KB,
    personal: true,
  },
  { ...page, path: /^\/[^/]+\/(notices|places)\/send$/, methods: ['POST'], longestBody: 4 * KB, personal: true },
  { ...page, path: /^\/[^/]+\/(report|track)\/send$/, methods: ['POST'], longestBody: 64 * KB, personal: true },
  { ...page, path: /^\/[^/]+\/(report|track|places)(\/|$)/, personal: true },
];

const ANY_PAGE: RouteRule = { ...page, path: /^/ };

/** @param path the path of an address, without its query, as the client sent it */
export function findRoute(path: string): RouteRule {
  return ROUTES.find((route) => route.path.test(path)) ?? ANY_PAGE;
}

/** The path of an address, without its query and what no address should carry after it, as sent. */
export function pathOf(address: string): string {
  return address.split(/[?#]/, 1)[0] ?? '';
}

/** Whether this method comes with a body that means something. */
export function hasBody(method: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method);
}
