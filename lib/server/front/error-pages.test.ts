import { expect, test } from 'vitest';
import { refusals } from '../../wording/front.ts';
import { makeErrorPages } from './error-pages.ts';
import { etagOf, isKnown } from './etag.ts';

const built = `<html><title>${refusals[404].heading}</title><h1>${refusals[404].heading}</h1><p>${refusals[404].lead}</p><a href="tel:+8641182804150">拨打</a><script>x</script></html>`;

test('every refusal is the built 404 page in its own words, with its calls and without the client', () => {
  const pages = makeErrorPages(built);
  expect(pages[500]).toContain(`<h1>${refusals[500].heading}</h1><p>${refusals[500].lead}</p><a href="tel:`);
  expect(pages[500]).toContain(`<title>${refusals[500].heading}</title>`);
  expect(pages[404]).toBe(built.replace('<script>x</script>', ''));
});

test('without a built page there is a plain one', () => {
  expect(makeErrorPages(null)[413]).toContain(`<h1>${refusals[413].heading}</h1>`);
});

test.each([
  ['%', true],
  ['"other", %', true],
  ['*', true],
  ['"other"', false],
  [undefined, false],
])('If-None-Match %j (%% for the tag): known %j', (header, known) => {
  const etag = etagOf(Buffer.from('page'));
  expect(isKnown(header?.replace('%', etag), etag)).toBe(known);
  expect(isKnown(header?.replace('%', etag.replace('W/', '')), etag)).toBe(known);
});
