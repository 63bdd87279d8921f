import { expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { sendAgain } from './send-again.ts';

const headers = { 'content-type': 'application/x-www-form-urlencoded' };
const formOf = (sent: string, more: Record<string, string> = headers) =>
  sendAgain(anExchange({ method: 'POST', url: '/dalian/report/send?x=1', headers: more, sent }));

test('a form that was sent comes back whole, with one button and nothing that runs', () => {
  const sent = new URLSearchParams([
    ['text', '第一行\n"><script>alert(1)</script>'],
    ['dates', '2026-11-28'],
    ['dates', '2026-11-29'],
  ]);
  expect(formOf(String(sent))).toBe(
    '<form method="post" action="/dalian/report/send">' +
      '<textarea name="text" hidden>\n第一行\n&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;</textarea>' +
      '<textarea name="dates" hidden>\n2026-11-28</textarea><textarea name="dates" hidden>\n2026-11-29</textarea>' +
      '<button class="btn main" type="submit">再交一次</button></form>',
  );
});

test('a secret is typed anew, and what is no form does not come back', () => {
  expect(formOf('ref=DL261129-0001&code=384027159648')).toBe('');
  expect(formOf('username=x&password=y')).toBe('');
  expect(formOf('{"text":"x"}', { 'content-type': 'application/json' })).toBe('');
  expect(formOf('')).toBe('');
});
