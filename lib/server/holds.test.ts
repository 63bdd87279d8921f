import { describe, expect, it } from 'vitest';
import { Holds } from './holds.ts';

const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Names as they are let go. */
function watch(holds: Holds) {
  const gone: string[] = [];
  const enter = (name: string, key?: string) => holds.wait(key).then(() => gone.push(name));
  return { gone, enter };
}

describe('holds', () => {
  it('let those of one line go one after the other, and others meanwhile', async () => {
    const { gone, enter } = watch(new Holds({ ms: 30, most: 10 }));
    await Promise.all([enter('甲1', '甲'), enter('甲2', '甲'), enter('甲3', '甲'), enter('乙', '乙'), enter('丙')]);
    expect(gone).toEqual(['甲1', '乙', '丙', '甲2', '甲3']);
  });

  it('keep a line short: the first goes where one more comes', async () => {
    const { gone, enter } = watch(new Holds({ ms: 60_000, most: 10, mostInLine: 2 }));
    void [enter('1', '甲'), enter('2', '甲'), enter('乙', '乙'), enter('3', '甲'), enter('4', '甲')];
    await soon();
    expect(gone).toEqual(['1', '2']);
  });

  it('are never more than they may be: the oldest goes, and another line takes its place', async () => {
    const holds = new Holds({ ms: 60_000, most: 3, mostInLine: 1 });
    const { gone, enter } = watch(holds);
    void ['1', '2', '3'].map((name) => enter(name, name));
    expect(holds.isFull).toBe(true);
    void ['4', '5'].map((name) => enter(name, name));
    await soon();
    expect(gone).toEqual(['1', '2']);
    expect(holds.isFull).toBe(true);
    void enter('5 again', '5');
    await soon();
    expect(gone).toEqual(['1', '2', '5']);
  });

  it('are empty again once all are gone', async () => {
    const holds = new Holds({ ms: 5, most: 2 });
    await Promise.all([holds.wait(), holds.wait('甲')]);
    expect(holds.isFull).toBe(false);
    void [holds.wait(), holds.wait()];
    expect(holds.isFull).toBe(true);
  });
});
