import { expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { makeProblem } from './problem.ts';

function problemFor(url: string, status: number, type?: string) {
  const exchange = anExchange({
    url,
    answered: { status, body: 'as it was', ...(type ? { headers: { 'content-type': type } } : {}) },
  });
  makeProblem(exchange);
  return {
    type: exchange.response.getHeader('content-type'),
    status: exchange.response.statusCode,
    body: String(exchange.body),
  };
}

test.each([
  [400, 400, 'malformed_request'],
  [403, 403, 'foreign_origin'],
  [404, 404, 'not_found'],
  [405, 405, 'method_not_allowed'],
  [408, 408, 'request_timeout'],
  [413, 413, 'content_too_large'],
  [414, 414, 'address_too_long'],
  [429, 429, 'too_many_requests'],
  [500, 500, 'internal_error'],
  [502, 500, 'internal_error'],
])('a program that is answered with %i is told %i, %s', (answered, status, code) => {
  const problem = problemFor('/api/v1/directories', answered, 'text/html');
  expect(problem).toMatchObject({ type: 'application/problem+json', status });
  expect(JSON.parse(problem.body)).toMatchObject({ status, code });
});

test.each([
  ['/api/v1/directories', 200, 'text/html'],
  ['/api/v1/directories', 404, 'application/problem+json'],
  ['/api/v1/directories', 500, 'application/json; charset=utf-8'],
  ['/dalian', 404, 'text/html'],
  ['/desk', 500, 'text/html'],
])('the answer of %s with %i as %s is left as it is', (url, status, type) => {
  expect(problemFor(url, status, type)).toEqual({ type, status, body: 'as it was' });
});
