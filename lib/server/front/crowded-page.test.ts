import { expect, test } from 'vitest';
import { getDesk } from '../desk.ts';
import { saveCity } from '../review.ts';
import { keepCrowdedPages, makeCrowdedPages } from './crowded-page.ts';

const cities = [
  { id: 'dalian', label: '大连市局电话', digits: '0411 8280 4150', tel: 'tel:+8641182804150' },
  { id: 'elsewhere', label: '别处<局>电话', digits: '010 0000 0000', tel: 'tel:+861000000000' },
];

test('the city of the address is the one to call', () => {
  const page = makeCrowdedPages(cities);
  for (const path of ['/dalian', '/dalian/shahe', '/dalian/report/send']) {
    expect(page(path, null).match(/tel:[+\d]+/g)).toEqual(['tel:+8641182804150']);
  }
  expect(page('/dalian', null)).toContain('请过10秒再试');
  expect(page('/dalian', null)).not.toContain('还没有交上来');
  expect(page('/dalian/track/send', '')).toContain('请按“返回”');
  const kept = page('/dalian/report/send', '<form>$&</form>');
  expect(kept).toContain('<form>$&</form>');
  expect(kept).toContain('都在这一页里');
});

test('where the address names none, every city has its own; of very many none is named', () => {
  expect(makeCrowdedPages(cities)('/', null).match(/tel:[+\d]+/g)).toHaveLength(2);
  expect(makeCrowdedPages(cities)('/__proto__', null)).toContain('别处&#60;局&#62;电话');
  const many = [...Array(30).keys()].map((n) => ({ id: `c${n}`, label: 'x', digits: '1', tel: `tel:+${n}` }));
  expect(makeCrowdedPages(many)('/privacy', null)).not.toContain('tel:');
  expect(makeCrowdedPages(many)('/c7', null)).toContain('"tel:+7"');
  expect(makeCrowdedPages([])('/', null)).not.toContain('客服');
});

test('the city lines are those of the directories, also what an admin corrects, within five seconds', async () => {
  const page = await keepCrowdedPages();
  const call = (tel: string) => `<a class="call first" href="${tel}">`;
  expect(page('/dalian', null)).toContain(call('tel:+8641182804150'));
  const asked = { directory: 'dalian', staff: { username: '示例管理员' }, seen: { '': 0 }, now: new Date() };
  const change = { field: 'city_line', isCheck: false, value: '18525553608', how: 'called', reason: '示例' } as const;
  expect(await saveCity(await getDesk(), asked, [change])).toMatchObject({ ok: true });
  await expect.poll(() => page('/dalian', null), { timeout: 5_000 }).toContain(call('tel:+8618525553608'));
});
