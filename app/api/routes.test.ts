import { expect, test, vi } from 'vitest';
import { noParametersSchema } from '#lib/server/api/parameters.ts';
import { problemSchema } from '#lib/server/api/problems.ts';
import { readingRoute } from '#lib/server/api/route.ts';
import * as unknownAddress from './[[...path]]/route.ts';
import { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from './v1/directories/[directory]/stations/route.ts';

const ADDRESS = 'http://localhost/api/v1/directories/dalian/stations';
const context = { params: Promise.resolve({ directory: 'dalian' }) };
const get = (search: string) => GET(new Request(`${ADDRESS}?${search}`), context);

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}

test('an answer is JSON that any page may read and every cache must ask about again', async () => {
  const response = await get('q=mlz');
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'cache-control': 'no-cache',
  });
  expect((await response.json()).stations[0].id).toBe('malanzi');
});

test('a wrong parameter is named', async () => {
  const response = await get('limit=1000');
  expect(response.status).toBe(400);
  expect(await problemOf(response)).toMatchObject({ code: 'invalid_parameter', parameter: 'limit' });
});

test('HEAD says what GET says, without the body', async () => {
  for (const search of ['', 'limit=0']) {
    const [head, full] = [await HEAD(new Request(`${ADDRESS}?${search}`), context), await get(search)];
    expect([head.status, ...head.headers]).toEqual([full.status, ...full.headers]);
    expect(await head.text()).toBe('');
  }
});

test('OPTIONS lets a page on another origin ask with an ETag', async () => {
  const response = await OPTIONS();
  expect(response.status).toBe(204);
  expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  expect(response.headers.get('access-control-allow-headers')).toBe('If-None-Match');
});

test.each(Object.entries({ POST, PUT, PATCH, DELETE }))('%s is refused, naming what is allowed', async (_, refuse) => {
  const response = await refuse(new Request(ADDRESS), context);
  expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  expect(await problemOf(response)).toMatchObject({ status: 405, code: 'method_not_allowed' });
});

test('an unknown address is a problem too, by every method', async () => {
  for (const answer of Object.values(unknownAddress)) {
    expect(await problemOf(answer())).toMatchObject({ status: 404, code: 'not_found' });
  }
});

test('a fault of ours is logged, and says nothing about its inside', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const broken = readingRoute(noParametersSchema, () => {
    throw new Error('var/secret');
  });
  const response = await broken.GET(new Request(ADDRESS), { params: Promise.resolve({}) });
  const problem = await problemOf(response);
  expect(problem).toMatchObject({ status: 500, code: 'internal_error' });
  expect(JSON.stringify(problem)).not.toContain('secret');
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});
