import { expect, test } from 'vitest';
import { refusals } from '../../wording/front.ts';
import { makeErrorPages } from './error-pages.ts';

const built = `<html><title>${refusals[404].heading}</title><h1>${refusals[404].heading}</h1><p>${refusals[404].lead}</p><a href="tel:+8641182804150">拨打</a><script>x</script></html>`;

test('every refusal is the built 404 page in its own words, with its calls and without the client', () => {
  const pages = makeErrorPages(built);
  expect(pages(500)).toContain(`<h1>${refusals[500].heading}</h1><p>${refusals[500].lead}</p><a href="tel:`);
  expect(pages(500)).toContain(`<title>${refusals[500].heading}</title>`);
  expect(pages(404)).toBe(built.replace('<script>x</script>', ''));
});

test('without a built page there is a plain one', () => {
  expect(makeErrorPages('<html>a page of another kind</html>')(413)).toBe(makeErrorPages(null)(413));
  expect(makeErrorPages(null)(413)).toContain(`<h1>${refusals[413].heading}</h1>`);
});

test('a status that nothing has words for is a fault of ours', () => {
  expect(makeErrorPages(built)(502)).toBe(makeErrorPages(built)(500));
});
