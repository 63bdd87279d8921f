import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

it('are taken a few at a time, the lowest rank first, and by clients in turn', async () => {
  const turns = new Turns(2);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const take = (name: string, rank: number, client: string) =>
    turns.take(rank, client, () => {
      begun.push(name);
      return new Promise<void>((end) => ends.push(end));
    });
  const all = [
    take('甲1', 2, '甲'),
    take('甲2', 2, '甲'),
    take('甲3', 2, '甲'),
    take('甲4', 2, '甲'),
    take('乙1', 2, '乙'),
    take('丙1', 1, '丙'),
    take('熟1', 0, '甲'),
  ];
  await soon();
  expect(begun).toEqual(['甲1', '甲2']);
  while (ends.length > 0) {
    ends.shift()?.();
    await soon();
  }
  await Promise.all(all);
  expect(begun).toEqual(['甲1', '甲2', '熟1', '丙1', '甲3', '乙1', '甲4']);
});

it('come to each rank in the end, however many of a lower one keep coming', async () => {
  const turns = new Turns(1);
  const begun: string[] = [];
  const take = (name: string, rank: number) => turns.take(rank, name, async () => void begun.push(name));
  const all = [take('先', 1), take('后', 2), ...Array.from({ length: 8 }, (_, n) => take(`先${n}`, 1))];
  await Promise.all(all);
  expect(begun.indexOf('后')).toBe(4);
});

it('go on after work that fails, and are free again once all is done', async () => {
  const turns = new Turns(1);
  const fail = () => Promise.reject(new Error('示例'));
  const results = await Promise.allSettled([turns.take(1, '甲', fail), turns.take(1, '甲', async () => 'done')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(await turns.take(1, '乙', async () => 'at once')).toBe('at once');
});
