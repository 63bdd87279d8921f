import { MOST_BYTES } from '../../table/decode.ts';
import { STATIC_FILES } from './next-internals.ts';

const KB = 1024;

/** Under what the requests of a part of the site are counted: the one list, and no address ever is. */
export type RouteKind = 'page' | 'form' | 'file' | 'api' | 'desk' | 'desk_form' | 'static' | 'probe' | 'metrics';

/** Where what is counted can be read, at this server or at an address of its own. */
export const METRICS_PATH = '/metrics';

/** What the front needs to know of a part of the site. */
export interface RouteRule {
  path: RegExp;
  kind: RouteKind;
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
const page: Omit<RouteRule, 'path'> = {
  kind: 'page',
  audience: 'reader',
  methods: READ,
  longestBody: 0,
  personal: false,
};
const form = { ...page, kind: 'form', methods: ['POST'], personal: true } as const;

/**
 * The one list of what takes more than GET and HEAD. First match wins; everything else is a page. Next would parse a
 * POST to any page as a server action, and answer PUT, DELETE and TRACE of a static page with 200.
 */
const ROUTES: readonly RouteRule[] = [
  {
    path: /^\/api(\/|$)/,
    kind: 'api',
    audience: 'program',
    methods: [...READ, 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'], // each route refuses what it does not take
    longestBody: 64 * KB,
    personal: false,
  },
  {
    path: /^\/desk\/send\/import-begin$/,
    kind: 'desk_form',
    audience: 'desk',
    methods: ['POST'],
    longestBody: MOST_BYTES + 1024 * KB, // what stands beside the file
    slowestBody: 80_000,
    signedIn: true,
    personal: true,
  },
  {
    path: /^\/desk\/send\//,
    kind: 'desk_form',
    audience: 'desk',
    methods: ['POST'],
    longestBody: 128 * KB,
    personal: true,
  },
  { path: /^\/desk(\/|$)/, kind: 'desk', audience: 'desk', methods: READ, longestBody: 0, personal: true },
  { ...form, path: /^\/[^/]+\/stations\/[^/]+\/problem\/send$/, longestBody: 4 * KB },
  { ...form, path: /^\/[^/]+\/(notices|places)\/send$/, longestBody: 4 * KB },
  { ...form, path: /^\/[^/]+\/(report|track)\/send$/, longestBody: 64 * KB },
  { ...page, path: /^\/[^/]+\/(report|track|places)(\/|$)/, personal: true },
  // As pages; they are counted apart.
  { ...page, path: STATIC_FILES, kind: 'static' },
  { ...page, path: /^\/(healthz|readyz)$/, kind: 'probe' },
  { ...page, path: /^\/metrics$/, kind: 'metrics' },
  { ...page, path: /\.[a-z]+$/, kind: 'file' },
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
