import { openApiDocument } from '../lib/server/api/openapi.ts';
import { ROLES_OF_ACTION } from '../lib/server/desk/roles.ts';
import type { Random } from '../test/random.ts';

/** Requests that nobody sends in good faith, as bytes: after the API's own schema, the forms of the site, and HTTP itself. */

const VALUES = [
  ...['', ' ', '0', '-1', '1', '1e999', 'NaN', '9007199254740993', '0x10', 'true', 'null', '[]', '{}', '{"a":[1]}'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '../../etc/passwd',
    '..%2f',
    '%',
    '%E4%B8',
    '%00',
    '%0d%0aX: 1',
  ],
  ...[
    '\0',
    '\u001b[31m',
    '\ud83d',
    '\u202e',
    '\ufeff',
    '😀',
    '沙河',
    '锦绣'.repeat(400),
    "' or 1=1 --",
    '<script>',
    '{{7*7}}',
  ],
  ...[
    'dalian',
    'shahe',
    'jinxiu',
    'row-27',
    'BD261122-0007',
    'DL261129-0007',
    '384027159648',
    '2026-11-21',
    '2026-13-45',
    'x'.repeat(5_000),
  ],
] as const;
/** What is there: else nearly all of it would end at the first check. */
const THERE = ['dalian', 'dalian', 'shahe', 'jinxiu', 'BD261122-0007'] as const;
const METHODS = [
  'GET',
  'HEAD',
  'OPTIONS',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'TRACE',
  'CONNECT',
  'QUERY',
  'get',
  'G ET',
  '',
];
const PAGES = [
  '/',
  '/*',
  '/*/*',
  '/*/*/*',
  '/*/stations/*',
  '/*/stations/*/problem',
  '/*/stations/*/contact.vcf',
  '/*/report',
];
const MORE = [
  '/*/report/check',
  '/*/report/done',
  '/*/track',
  '/*/print',
  '/*/data',
  '/*/data/*',
  '/*/found.json',
  '/*/lookup.json',
];
const DESK = [
  '/desk',
  '/desk/flags',
  '/desk/flags/*',
  '/desk/reports',
  '/desk/reports/*',
  '/desk/people',
  '/desk/*',
  '/desk/setup/*',
];
const OTHER = [
  '/text-size',
  '/_next/static/*',
  '/_next/image',
  '/_next/data/*',
  '/api/*',
  '/*.rsc',
  '/.well-known/*',
  '/robots.txt',
  '//*',
];
const QUERIES = [
  'q',
  'district',
  'limit',
  'page',
  'back',
  'next',
  'to',
  'url',
  'w',
  'station',
  'directory',
  'on',
  'with',
  '__proto__',
  '_rsc',
];
const FORMS = ['/dalian/report/send', '/dalian/track/send', '/dalian/stations/shahe/problem/send', '/*/report/send'];
const FIELDS = [
  'act',
  'station',
  'kind',
  'dates',
  'wanted',
  'phone',
  'text',
  'place',
  'key',
  'opened',
  'ref',
  'code',
  'after',
  'website',
  'copies',
];
const DESK_FIELDS = [
  'directory',
  'record',
  'of',
  'seen',
  'flag',
  'action',
  'how',
  'reason',
  'value',
  'role',
  'stations',
  'event',
  'after',
  'tick',
  'back',
  'username',
];
const HEADERS = [
  ...[
    'Accept-Encoding: *;q=0',
    'Accept-Encoding: br;q=x, gzip',
    'Accept-Language: \xff',
    'Range: bytes=0-1,9-',
    'If-None-Match: W/"',
    'If-None-Match: *',
  ],
  ...[
    'If-Modified-Since: never',
    'Cookie: a',
    'Cookie: report=x; size=999; =;;',
    'Cookie: baoda.outcome=x.y',
    'Origin: null',
    'Origin: http://[',
    'Origin: https://evil.example',
  ],
  ...[
    'RSC: 1',
    'Next-Action: x',
    'Next-Router-State-Tree: %5B',
    'Next-Router-Prefetch: 1',
    'X-Middleware-Subrequest: proxy',
    'X-Forwarded-Host: a b',
    'X-Matched-Path: /desk',
  ],
  ...[
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Expect: 100-continue',
    'Expect: x',
    'TE: trailers',
    'Transfer-Encoding: gzip, chunked',
    'Content-Encoding: br',
    'Content-Length: -1',
  ],
  ...[
    'Authorization: Code 384027159648',
    'Authorization: Basic eA==',
    'Authorization: ',
    'Idempotency-Key: key-of-a-test-000001',
    'Purpose: prefetch',
    ': x',
    'X\0: y',
    `X-Long: ${'x'.repeat(60_000)}`,
  ],
];
const TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/x-component',
  '',
];

const documented = Object.entries(openApiDocument().paths as Record<string, Record<string, object>>).flatMap(
  ([path, operations]) => Object.keys(operations).map((method) => ({ path, method: method.toUpperCase() })),
);

interface Odd {
  random: Random;
  /** Of somebody signed in at the desk. */
  cookie: string;
}

const encoded = (value: string) => encodeURIComponent(value.toWellFormed());
const some = (random: Random, most: number, make: () => string) => Array.from({ length: random.below(most + 1) }, make);

function addressOf(random: Random, pattern: string): string {
  const path = pattern.replace(/\{\w+\}|\*/g, () => {
    if (random.below(3) > 0) return random.pick(THERE);
    const value = random.pick(VALUES);
    return random.below(3) === 0 ? value.replace(/[^\x21-\x7e]/g, '') : encoded(value);
  });
  const query = some(random, 3, () => `${random.pick(QUERIES)}=${encoded(random.pick(VALUES))}`).join('&');
  return query && random.below(2) ? `${path}?${query}` : path;
}

function formOf(random: Random, fields: readonly string[]): string {
  return some(random, 12, () => `${random.pick(fields)}=${encoded(random.pick(VALUES))}`).join('&');
}

function jsonOf(random: Random, depth = 2): unknown {
  const value = random.pick(VALUES);
  const kinds = depth === 0 ? 3 : 5;
  switch (random.below(kinds)) {
    case 0:
      return value;
    case 1:
      return Number(value);
    case 2:
      return null;
    case 3:
      return some(random, 4, () => '').map(() => jsonOf(random, depth - 1));
    default:
      return Object.fromEntries(
        [...FIELDS, 'type', 'papers', 'calledAlready']
          .filter(() => random.below(2) > 0)
          .map((name) => [name, jsonOf(random, depth - 1)]),
      );
  }
}

function request(random: Random, method: string, address: string, headers: string[], body = ''): string {
  const extra = some(random, 2, () => random.pick(HEADERS));
  const from = `X-Forwarded-For: 10.${random.below(250)}.${random.below(250)}.1`;
  const length = body === '' && random.below(4) > 0 ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  const head = [
    `${method} ${address} HTTP/1.1`,
    'Host: localhost',
    'Connection: close',
    from,
    ...headers,
    ...extra,
    ...length,
  ];
  return Buffer.from([...head, '', body].join('\r\n')).toString('latin1');
}

const KINDS: readonly ((odd: Odd) => string)[] = [
  ({ random }) => {
    const { path, method } = random.pick(documented);
    const body = method === 'GET' ? '' : JSON.stringify(jsonOf(random));
    const key = `Idempotency-Key: ${random.below(3) ? `key-of-a-fuzz-${random.next()}`.replaceAll('.', '-') : random.pick(['x', ''])}`;
    return request(random, method, addressOf(random, path), [key, 'Content-Type: application/json'], body);
  },
  ({ random }) => request(random, 'GET', addressOf(random, random.pick([...PAGES, ...MORE, ...OTHER])), []),
  ({ random, cookie }) => request(random, 'GET', addressOf(random, random.pick(DESK)), [`Cookie: ${cookie}`]),
  ({ random }) => {
    const type = `Content-Type: ${random.pick([TYPES[1] ?? '', ...TYPES])}`;
    return request(random, 'POST', addressOf(random, random.pick(FORMS)), [type], formOf(random, FIELDS));
  },
  ({ random, cookie }) => {
    const actions = Object.keys(ROLES_OF_ACTION).filter((action) => !/sign|password|set-up|session/.test(action));
    const type = `Content-Type: ${random.pick(['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded', ...TYPES])}`;
    const address = `/desk/send/${random.pick([...actions, '__proto__', 'constructor'])}`;
    return request(random, 'POST', address, [`Cookie: ${cookie}`, type], formOf(random, DESK_FIELDS));
  },
  ({ random }) => {
    const address = addressOf(random, random.pick([...PAGES, ...MORE, ...OTHER, ...DESK]));
    return request(random, random.pick(METHODS), address, [`Content-Type: ${random.pick(TYPES)}`], random.pick(VALUES));
  },
  ({ random }) =>
    random.pick([
      `GET ${addressOf(random, '/*')} HTTP/1.0\r\n\r\n`,
      `POST /dalian/report/send HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n${random.pick(['zz', '5\r\nabc', '0\r\n\r\n', '-1', 'ffffffffffffffffff'])}\r\n\r\n`,
      `GET http://evil.example${addressOf(random, '/*')} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: ${random.pick(VALUES).replace(/[^\x20-\x7e]/g, '')}\r\nConnection: close\r\n\r\n`,
      `GET / HTTP/1.1\nHost: a\n\n`,
      '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      `POST /api/v1/directories/dalian/reports HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}`,
      `OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    ]),
];

/** One such request; the same for the same state of `random`. */
export const oddRequest = (odd: Odd): string => odd.random.pick(KINDS)(odd);
