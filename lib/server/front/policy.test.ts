import { expect, test } from 'vitest';
import { CLOSED_POLICY, deskPolicy, readerPolicy, SCRIPT_POLICY, styleHash } from './policy.ts';

const ours = 'p{color:red}';
const known = new Set([styleHash(ours)]);

test('a lean page runs our files alone and carries our styles by hash', () => {
  const policy = readerPolicy(`<style>${ours}</style><style>${ours}</style>`, known, 'lean');
  expect(policy).toContain(`script-src 'self'; style-src ${styleHash(ours)};`);
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
