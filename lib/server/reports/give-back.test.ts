import { expect, it } from 'vitest';
import { giveBack } from './give-back.ts';

const form = (...pairs: [string, string][]) => {
  const fields = new FormData();
  for (const [name, value] of pairs) fields.append(name, value);
  return fields;
};

it('gives back everything that was typed, as it was typed, with the city line', async () => {
  const typed = form(['text', '第一行\n"<b>&'], ['dates', '2026-11-20'], ['dates', '2026-11-21'], ['act', 'send']);
  const page = await giveBack('/dalian/report/send', typed);
  expect(page).toContain('<form method="post" action="/dalian/report/send">');
  expect(page).toContain('<textarea name="text" hidden>\n第一行\n&quot;&lt;b&gt;&amp;</textarea>');
  expect(page.match(/name="dates" value="2026-11-2[01]"/g)).toHaveLength(2);
  expect(page).toContain('name="act" value="send"');
  expect(page).toMatch(/<a href="tel:\+?\d+">拨打/);
  expect(page).toContain('<a href="/dalian/report">');
});

it('gives no code back', async () => {
  const page = await giveBack('/dalian/track/send', form(['ref', 'BD261122-0007'], ['code', '384027159648']));
  expect(page).not.toContain('384027159648');
  expect(page).toContain('<a href="/dalian/track">');
});

it('is a page also where the address names no city', async () => {
  expect(await giveBack('/<script>/report/send', form(['act', 'send']))).not.toContain('<script>');
});
