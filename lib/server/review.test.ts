import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import { CHEAP_PASSWORDS } from '../../test/cheap-passwords.ts';
import type { DecisionInput } from '../directory/decide.ts';
import type { Decision } from '../directory/decision.ts';
import { firstIdentities } from '../directory/identities.ts';
import { publish } from '../directory/publish.ts';
import { openStore, type Store, type StorePlace } from '../store/store.ts';
import { createAuth } from './auth.ts';
import { findPublished } from './directories.ts';
import { findEdition } from './edition-files.ts';
import { answerProposal, findDeskDirectory, saveDecisions, undoDecision } from './review.ts';
import { addStaff, type Desk } from './staff.ts';

const AT = new Date('2026-08-12T01:00:00Z');
const SHORT = 'phone.too_short:shahe-mobile-1';

const stores = bothStores();

const open = async (place: StorePlace): Promise<Desk> => {
  const store = await openStore(place);
  return { store, auth: createAuth(store, 'a secret for tests only, of 40 characters', null, CHEAP_PASSWORDS) };
};

const anInput = (changes: Partial<DecisionInput> = {}): DecisionInput => ({
  flag: SHORT,
  phone: null,
  action: 'correct',
  how: 'called',
  value: '18525553608',
  reason: '示例理由',
  shared: false,
  ...changes,
});

const common = (username: string, seen: Record<string, number>) => ({
  directory: 'dalian',
  staff: { username },
  seen,
  now: AT,
});

describe.each(ENGINES)('review on %s', (engine) => {
  let desk: Desk;
  let place: StorePlace;

  beforeAll(async () => {
    place = await stores.newPlace(engine);
    desk = await open(place);
    await addStaff(desk, { username: '编辑甲', roles: { dalian: 'editor' } }, AT);
    return () => desk.store.close();
  });

  it('shows a decision on every instance within five seconds', async () => {
    const other = await open(place);
    try {
      const before = await findPublished(other.store, 'dalian');
      expect(before?.directory.phones.find(({ id }) => id === 'shahe-mobile-1')?.tel).toBeNull();
      expect(await saveDecisions(desk, common('编辑甲', { shahe: 0 }), [anInput()])).toMatchObject({ ok: true });
      const shown = async (store: Store) =>
        (await findPublished(store, 'dalian'))?.directory.phones.find(({ id }) => id === 'shahe-mobile-1')?.tel;
      expect(await shown(desk.store)).toBe('tel:+8618525553608');
      await expect.poll(() => shown(other.store), { timeout: 5_000 }).toBe('tel:+8618525553608');
    } finally {
      await other.store.close();
    }
  });

  it('refuses the second of two saves and shows the first, and undoes to what was printed', async () => {
    const refused = await saveDecisions(desk, common('编辑乙', { shahe: 0 }), [anInput({ value: '18525553609' })]);
    expect(refused).toMatchObject({
      ok: false,
      reason: 'conflict',
      newer: [{ by: '编辑甲', after: 'tel:+8618525553608' }],
    });
    const [row] = (await findDeskDirectory(desk, 'dalian'))?.history ?? [];
    expect(await undoDecision(desk, common('编辑甲', { shahe: 1 }), row?.id ?? '')).toMatchObject({ ok: true });
    const edition = await findEdition('dalian');
    const published = await findPublished(desk.store, 'dalian');
    expect(published?.directory).toMatchObject({ ...edition?.tables });
  });

  it('settles several entries with one reason, or none of them', async () => {
    const flags = ['qixianling', 'sunjiagou', 'lingshui'].map((id) => `district.boundary_uncertain:${id}:district`);
    const inputs = flags.map((flag) => anInput({ flag, action: 'confirm', value: '' }));
    const seen = { qixianling: 0, sunjiagou: 0, lingshui: 0 };
    const broken = await saveDecisions(desk, common('编辑甲', seen), [...inputs, anInput({ flag: 'gone' })]);
    expect(broken).toMatchObject({ ok: false, reason: 'problems' });
    expect((await findDeskDirectory(desk, 'dalian'))?.history).toHaveLength(2);
    expect(await saveDecisions(desk, common('编辑甲', seen), inputs)).toMatchObject({ ok: true, rows: [{}, {}, {}] });
  });

  it('loses nothing and lets no second save win, in 500 interleaved actions of two editors', async () => {
    await addStaff(desk, { username: '编辑乙', roles: { dalian: 'editor' } }, AT);
    const edition = await findEdition('dalian');
    const flags = (edition?.tables.flags ?? []).filter(({ severity }) => severity !== 'info');
    const short = flags.find(({ id }) => id === SHORT) ?? expect.unreachable();
    const step = fc.record({
      editor: fc.constantFrom('编辑甲', '编辑乙'),
      opens: fc.boolean(),
      flag: fc.constantFrom(...flags, ...Array.from({ length: 8 }, () => short)),
      what: fc.constantFrom('decide', 'decide', 'decide', 'undo', 'approve', 'reject', 'reject'),
      action: fc.constantFrom<DecisionInput['action']>(
        'correct',
        'correct',
        'confirm',
        'unverifiable',
        'out_of_use',
        'reopen',
      ),
      value: fc.constantFrom(
        '18525553608',
        '18525553609',
        '18525553610',
        '84509084',
        'ganjingzi',
        '示例站',
        'mobile',
        'x',
      ),
      row: fc.nat(),
    });
    const steps = fc.sample(step, { numRuns: 500, seed: 20250101 });
    const saved: Decision[] = [...((await findDeskDirectory(desk, 'dalian'))?.history ?? [])];
    /** What each editor saw when they last opened an entry. */
    const seen = { 编辑甲: new Map<string, number>(), 编辑乙: new Map<string, number>() } as Record<
      string,
      Map<string, number>
    >;
    const kinds = new Set<string>();
    for (const { editor, opens, flag, what, action, value, row } of steps) {
      const record = flag.subject.record ?? '';
      const last = saved.findLast((one) => one.record === record)?.seq ?? 0;
      if (opens) seen[editor]?.set(record, last);
      const saw = seen[editor]?.get(record) ?? 0;
      const known = saved.filter((one) => one.record === record);
      const candidates = what === 'undo' ? known : known.filter((one) => one.action === 'propose').slice(-2);
      const target = candidates[row % Math.max(candidates.length, 1)]?.id ?? 'none';
      const own = common(editor, { [record]: saw });
      const result =
        what === 'decide'
          ? await saveDecisions(desk, own, [
              anInput({ flag: flag.id, action, value, how: action === 'reopen' ? null : 'called', shared: true }),
            ])
          : what === 'undo'
            ? await undoDecision(desk, own, target)
            : await answerProposal(desk, own, { proposal: target, action: what, reason: '示例理由' });
      expect(result?.ok === false && result.reason === 'conflict').toBe(saw < last);
      kinds.add(`${what}: ${result?.ok ? 'saved' : result?.reason}`);
      if (result?.ok) saved.push(...result.rows);
    }
    expect([...kinds].toSorted()).toEqual(
      ['approve', 'decide', 'reject', 'undo'].flatMap((what) =>
        ['conflict', 'problems', 'saved'].map((how) => `${what}: ${how}`),
      ),
    );
    expect(await desk.store.decisions.list('dalian')).toEqual(saved);
    const fresh = await open(place);
    const replayed = await findPublished(fresh.store, 'dalian');
    await fresh.store.close();
    expect(replayed?.directory).toEqual((await findPublished(desk.store, 'dalian'))?.directory);
    for (const phone of replayed?.directory.phones ?? []) {
      expect(phone.printed).toBe(edition?.tables.phones.find(({ id }) => id === phone.id)?.printed);
    }
  }, 120_000);

  it('gives back the edition itself when everything is undone, newest first', async () => {
    const state = await findDeskDirectory(desk, 'dalian');
    for (const row of state?.history.toReversed() ?? []) {
      const records = (await findDeskDirectory(desk, 'dalian'))?.history ?? [];
      const last = records.findLast((one) => one.record === row.record)?.seq ?? 0;
      await undoDecision(desk, common('编辑甲', { [row.record ?? '']: last }), row.id);
    }
    const edition = await findEdition('dalian');
    const history = (await findDeskDirectory(desk, 'dalian'))?.history ?? [];
    if (!edition) throw new Error('no edition');
    const { tables } = edition;
    expect(publish({ tables, country: 'CN' }, firstIdentities(tables), history)).toEqual({ ...tables, closed: [] });
  }, 120_000);
});
