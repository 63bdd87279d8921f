import { expect, it } from 'vitest';
import { explain } from './explain.ts';

it.each<[unknown, string]>([
  [new Error('outside', { cause: new Error('inside') }), 'outside (inside)'],
  [new AggregateError([new Error('one'), new Error('two')]), 'one; two'],
  [new Error('outside', { cause: new AggregateError([new Error('one')]) }), 'outside (one)'],
  [new TypeError(), 'TypeError'],
  ['text', 'text'],
  [Object.assign(new Error('ENOENT: …'), { code: 'ENOENT', path: '/x/y' }), '/x/y is not there'],
  [
    Object.assign(new Error('EROFS: …'), { code: 'EROFS', path: '/x.part', dest: '/x' }),
    '/x.part or /x lies on a disk that can only be read',
  ],
  [Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }), 'write EPIPE'],
])('says %j as %s', (error, text) => expect(explain(error)).toBe(text));
