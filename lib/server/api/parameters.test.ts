import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../../../test/any-text.ts';
import { noParametersSchema, parseParameters, stationsParametersSchema } from './parameters.ts';
import { Problem, problemBody } from './problems.ts';

const parse = (search: string) => parseParameters(stationsParametersSchema, new URLSearchParams(search));

function refusal(search: string) {
  try {
    parse(search);
  } catch (error) {
    if (error instanceof Problem) return problemBody(error);
    throw error;
  }
  return expect.fail(`${search} was accepted`);
}

test('no parameters: every station, fifty of them', () => expect(parse('')).toEqual({ q: '', limit: 50 }));

test('all three', () =>
  expect(parse('q=%20malanzi+&district=shahe&limit=500')).toEqual({ q: 'malanzi', district: 'shahe', limit: 500 }));

test.each([
  ['p=1', 'unknown_parameter', 'p'],
  ['__proto__=1', 'unknown_parameter', '__proto__'],
  ['constructor=1', 'unknown_parameter', 'constructor'],
  ['Q=a', 'unknown_parameter', 'Q'],
  ['q=a&q=b', 'repeated_parameter', 'q'],
  ['limit=1&limit=1', 'repeated_parameter', 'limit'],
  [`q=${'a'.repeat(101)}`, 'parameter_too_long', 'q'],
  [`q=${'😀'.repeat(101)}`, 'parameter_too_long', 'q'],
  [`district=${'a'.repeat(10_000)}`, 'parameter_too_long', 'district'],
  ['q=%00', 'invalid_parameter', 'q'],
  ['q=%E4%B8', 'invalid_parameter', 'q'],
  ['limit=0', 'invalid_parameter', 'limit'],
  ['limit=501', 'invalid_parameter', 'limit'],
  ['limit=-1', 'invalid_parameter', 'limit'],
  ['limit=1e2', 'invalid_parameter', 'limit'],
  ['limit=1000', 'invalid_parameter', 'limit'],
  ['limit=1.5', 'invalid_parameter', 'limit'],
  ['limit=', 'invalid_parameter', 'limit'],
  ['limit=٣', 'invalid_parameter', 'limit'],
])('%s is refused as %s, naming %s', (search, code, parameter) => {
  const { status, detail, ...body } = refusal(search);
  expect(body).toMatchObject({ parameter, code });
  expect(status).toBe(400);
  expect(detail).not.toBe('');
});

test('a hundred characters are a hundred, whatever they weigh', () =>
  expect(parse(`q=${'😀'.repeat(100)}`).q).toBe('😀'.repeat(100)));

test('where nothing is taken, everything is unknown', () =>
  expect(() => parseParameters(noParametersSchema, new URLSearchParams('q=1'))).toThrow(Problem));

test('any query string is parsed or refused by name, never a fault', () => {
  const name = fc.oneof(fc.constantFrom('q', 'district', 'limit', '__proto__'), anyText(20));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, anyText(120)), { maxLength: 4 }), (pairs) => {
      try {
        parseParameters(stationsParametersSchema, new URLSearchParams(pairs));
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
        expect(JSON.stringify(problemBody(error as Problem)).length).toBeLessThan(1000);
      }
    }),
    { numRuns: 200 },
  );
});
