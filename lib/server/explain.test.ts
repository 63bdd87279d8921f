import { expect, it } from 'vitest';
import { explain } from './explain.ts';

it.each<[unknown, string]>([
  [new Error('outside', { cause: new Error('inside') }), 'outside (inside)'],
  [new AggregateError([new Error('one'), new Error('two')]), 'one; two'],
  [new Error('outside', { cause: new AggregateError([new Error('one')]) }), 'outside (one)'],
  [new TypeError(), 'TypeError'],
  ['text', 'text'],
])('says %j as %s', (error, text) => expect(explain(error)).toBe(text));
