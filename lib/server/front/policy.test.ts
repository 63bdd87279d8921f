import { expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { CLOSED_POLICY, deskPolicy, readerPolicy, SCRIPT_POLICY, setPolicy, sourceHash } from './policy.ts';

const ours = 'p{color:red}';
const known = new Set([sourceHash(ours)]);

test('a lean page runs our files alone and carries our styles by hash', () => {
  const policy = readerPolicy(`<style>${ours}</style><style>${ours}</style>`, known, 'lean');
  expect(policy).toContain(`script-src 'self'; style-src ${sourceHash(ours)};`);
  expect(policy).not.toContain('unsafe');
});

test('a style that is not ours gets no hash', () => {
  expect(readerPolicy('<style>p{color:blue}</style>', known, 'lean')).toContain("style-src 'none'");
});

test('only what Next’s client needs is loosened with it, and eval in dev alone', () => {
  expect(readerPolicy('', known, 'full')).toContain("script-src 'self' 'unsafe-inline';");
  expect(readerPolicy('', known, 'dev')).toContain("'unsafe-eval'");
  expect(deskPolicy('x', false)).not.toContain('unsafe');
});

test('every policy starts from nothing and lets nobody frame us', () => {
  for (const policy of [CLOSED_POLICY, SCRIPT_POLICY, deskPolicy('x', true), readerPolicy('', known, 'full')]) {
    expect(policy).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
  }
});

function policyOf(url: string, headers: Record<string, string>, body = '') {
  const exchange = anExchange({ url, options: { styles: known }, answered: { headers, body } });
  setPolicy(exchange);
  return exchange.response.getHeader('content-security-policy');
}

test('every answer has a policy, by what it is', () => {
  const page = `<style>${ours}</style>`;
  expect(policyOf('/dalian', { 'content-type': 'text/html; charset=utf-8' }, page)).toBe(
    readerPolicy(page, known, 'lean'),
  );
  expect(policyOf('/page.js', { 'content-type': 'application/javascript' })).toBe(SCRIPT_POLICY);
  for (const type of ['image/svg+xml', 'application/json', '']) {
    expect(policyOf('/icon.svg', { 'content-type': type })).toBe(CLOSED_POLICY);
  }
  expect(policyOf('/text-size', {})).toBe(CLOSED_POLICY);
});

test('a desk page has the one with its nonce, and what is none gets the closed one', () => {
  const own = deskPolicy('x', false);
  expect(policyOf('/desk', { 'content-type': 'text/html', 'content-security-policy': own })).toBe(own);
  expect(policyOf('/desk', { 'content-type': 'text/html' })).toBe(CLOSED_POLICY);
});
