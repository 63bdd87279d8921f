import { expect, test } from 'vitest';
import { demonstrationNotice, withNotice } from './notice.ts';

const page = '<!DOCTYPE html><html><head></head><body class="a"><h1>报达</h1></body></html>';

test('a page of a demonstration that was made without the store gets the notice first in its body, once', () => {
  const { element, style } = demonstrationNotice();
  const marked = withNotice(page, style + element);
  expect(marked).toMatch(/<body class="a"><style>[^<]+<\/style><aside class="demonstration" aria-label="演示">/);
  expect(withNotice(marked, style + element)).toBe(marked);
});
