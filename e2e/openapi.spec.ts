import { expect, test } from './fixtures.ts';
import { type RawAnswer, rawRequest, sendRaw } from './raw-http.ts';

interface Declared {
  description?: string;
  $ref?: string;
}
interface Operation {
  responses: Record<string, Declared>;
  requestBody?: object;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, Declared> };
}

/** Values of the parts of a path: those that are there, and others. */
const THERE: Record<string, string> = { directory: 'dalian', station: 'jinxiu', ref: 'BD261122-0007' };
const fill = (path: string, values: Record<string, string>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'nowhere');

const KEY = 'Idempotency-Key: key-of-a-test-000001';
const CODE = 'Authorization: Code 384027159648';
const JSON_TYPE = 'Content-Type: application/json';

/** Every way in which a request of an operation is answered, with what is sent for it. */
function requestsOf(path: string, method: string, { requestBody }: Operation): string[] {
  const [there, elsewhere] = [fill(path, THERE), fill(path, {})];
  const own = requestBody ? [KEY, CODE, JSON_TYPE] : [CODE];
  const send = (address: string, headers: string[] = own, body = requestBody ? '{}' : '') =>
    rawRequest(`${method} ${address}`, [...headers, `Content-Length: ${Buffer.byteLength(body)}`], body);
  const long = 'x'.repeat(70_000);
  return [
    send(there),
    send(elsewhere),
    send(fill(path, { ...THERE, station: 'nowhere' })),
    send(`${there}?nothing=1`),
    send(`${there}?q=1&q=2`),
    send(`${there}?limit=x`),
    send(`${there}?q=${'x'.repeat(3_000)}`),
    send(`${there}?q=${'x'.repeat(110_000)}`),
    send(`${there}?q=%E4%B8`),
    send(`${there}%E4%B8`),
    send(there, [...own, 'Origin: https://elsewhere.example']),
    send(there, [...own, 'If-None-Match: *']),
    send(there, [], '{}'),
    send(there, [CODE, JSON_TYPE]),
    send(there, own, '{'),
    send(there, own, long),
    send(there, [...own.filter((header) => header !== JSON_TYPE), 'Content-Type: text/plain'], '{}'),
    send(there, own, '{"station":null,"kind":"late","dates":[],"wanted":"record"}'),
    rawRequest(`${method} ${there}`, [...own, 'Transfer-Encoding: chunked'], 'no chunk\r\n'),
  ];
}

/** What a response says it may be: one problem by its name, or several in its description. */
const codesOf = ({ $ref, description = '' }: Declared) =>
  $ref ? [$ref.split('/').at(-1)] : description.split(/[ ,.]+/);

function expectDeclared({ status, head, body }: RawAnswer, { responses }: Operation, asked: string): void {
  const declared = responses[status];
  expect(declared, `${status} to ${asked}`).toBeDefined();
  if (!declared || !head.includes('application/problem+json')) return;
  expect(codesOf(declared), `${status} to ${asked}`).toContain((JSON.parse(body) as { code: string }).code);
}

test('whatever an operation of the API is asked, its answer is one that the document declares', async ({ request }) => {
  const document = (await (await request.get('/api/v1/openapi.json')).json()) as Document;
  const seen = new Set<number>();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      for (const asked of requestsOf(path, method.toUpperCase(), operation)) {
        const answer = await sendRaw(asked);
        seen.add(answer.status);
        // Broken off before there is a request: no answer of the API, and the same for every address.
        if (!(answer.status === 400 && answer.body === '')) expectDeclared(answer, operation, asked.slice(0, 300));
      }
    }
  }
  expect([...seen].sort()).toEqual(expect.arrayContaining([200, 304, 400, 403, 404, 413, 414, 415, 422]));
});

test('a body that does not come is declared where one may come', async ({ request }) => {
  const { paths } = (await (await request.get('/api/v1/openapi.json')).json()) as Document;
  const sending = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => method !== 'get')
      .map(async ([method, operation]) => {
        const line = `${method.toUpperCase()} ${fill(path, THERE)}`;
        const answer = await sendRaw(rawRequest(line, [KEY, CODE, JSON_TYPE, 'Content-Length: 9'], '{'));
        expect(answer.status).toBe(408);
        expectDeclared(answer, operation, line);
      }),
  );
  expect(sending.length).toBeGreaterThan(2);
  await Promise.all(sending);
});
