import { beforeAll, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../../test/both-stores.ts';
import { CHEAP_PASSWORDS } from '../../../test/cheap-passwords.ts';
import { changesIn } from '../../directory/changed.ts';
import { type Proposal, proposalKey } from '../../directory/editions/matching.ts';
import { presentPreview } from '../../shown/edition-preview.ts';
import { openStore } from '../../store/store.ts';
import { createAuth } from '../auth.ts';
import { readPrintedTable } from '../cities.ts';
import { findPublished } from '../directories.ts';
import { answerProposal, findDeskDirectory, saveEdit, undoDecision } from '../review.ts';
import { addStaff, type Desk } from '../staff.ts';
import { findEditions, openFile, previewOf, publishEdition } from './editions.ts';

/** Whole stations that staff took out of use, and a newer notice that prints them again. */
const ID = 'dalian';
const AT = new Date('2026-11-29T01:00:00Z');
const BY = { by: '示例编辑', at: AT.toISOString(), approvedBy: '示例又一编辑', way: 'desk' } as const;
const stores = bothStores();

describe.each(ENGINES)('a station out of use that is printed again, on %s', (engine) => {
  let desk: Desk;

  beforeAll(async () => {
    const store = await openStore(await stores.newPlace(engine));
    desk = { store, auth: createAuth(store, 'a secret for tests only, of 40 characters', null, CHEAP_PASSWORDS) };
    for (const username of ['示例编辑', '示例又一编辑'])
      await addStaff(desk, { username, roles: { [ID]: 'editor' } }, AT);
    for (const station of ['paoya', 'row-27']) await close(station);
    return () => store.close();
  });

  const find = async () => (await findPublished(desk.store, ID, true)) ?? expect.fail();
  const seenOf = async (record: string) => (await find()).history.findLast((row) => row.record === record)?.seq ?? 0;
  const common = async (username: string, record: string) => ({
    ...{ directory: ID, staff: { username }, seen: { [record]: await seenOf(record) }, now: AT },
  });

  /** Two agree that it is no more. */
  async function close(station: string): Promise<void> {
    const change = { field: 'close', value: 'on', how: 'called', reason: '示例', shared: false } as const;
    const proposed = await saveEdit(desk, await common('示例编辑', station), {
      station,
      phones: [],
      changes: [change],
    });
    const proposal = proposed?.ok ? (proposed.rows[0]?.id ?? '') : '';
    const answer = { proposal, action: 'approve', reason: '' } as const;
    expect(await answerProposal(desk, await common('示例又一编辑', station), answer)).toMatchObject({ ok: true });
  }

  async function preview(text: string, answer: (proposal: Proposal) => boolean | undefined = () => undefined) {
    const editions = (await findEditions(desk.store, ID)) ?? expect.fail();
    const file = await openFile(Buffer.from(text), 'edition.tsv');
    const notice = { title: '示例新通知', from: '2026-12-01', areaCode: '0411' };
    const answers = new Map<string, boolean>();
    for (;;) {
      const found = previewOf(editions, file, { notice, choice: {}, answers, kept: new Set() }, AT);
      const said = found.open.flatMap((one) => {
        const same = answer(one);
        return same === undefined ? [] : [[proposalKey(one), same] as const];
      });
      if (said.length === 0)
        return { found, put: () => publishEdition(desk.store, editions, found, { name: null, bytes: file.bytes }, BY) };
      for (const [key, same] of said) answers.set(key, same);
    }
  }

  const table = async () => `${readPrintedTable(ID, (await find()).printedFacts)}`;
  const idsOf = async () => (await find()).directory.stations.map(({ id }) => id);
  const closedIds = async () => (await find()).directory.closed.map(({ id }) => id).sort();

  it('is known by name or by its numbers, and asked about; nothing is assumed and nothing new is made of it', async () => {
    const { found } = await preview(await table());
    expect(found.open.map(({ kind, candidate, why }) => [kind, candidate.id, why])).toEqual([
      ['closed', 'paoya', ['station.closed']],
      ['closed', 'row-27', ['station.closed']],
    ]);
    expect(found.differences).toMatchObject({ added: [], gone: [], renamed: [], moved: [] });
    expect(found.shown.stations.map(({ id }) => id)).toEqual(await idsOf());
    const [first] = presentPreview(found).proposals;
    expect(first).toEqual({
      kind: 'closed',
      printed: {
        id: 'paoya',
        row: expect.any(Number),
        name: '泡崖',
        district: '沙河',
        numbers: first?.candidate.numbers,
      },
      candidate: { id: 'paoya', name: '泡崖', district: '沙河', numbers: expect.any(Array) },
      why: ['station.closed'],
    });
  });

  it('is asked about only once it is clear that it is that station', async () => {
    const text = (await table()).replace('\t泡崖\t', '\t泡涯\t');
    const kinds = ({ open }: Awaited<ReturnType<typeof preview>>['found']) =>
      open.map(({ kind, printed }) => `${kind} ${printed.name}`);
    expect(kinds((await preview(text)).found)).toEqual(['renamed 泡涯', 'closed null']);
    const same = await preview(text, ({ kind }) => (kind === 'renamed' ? true : undefined));
    expect(kinds(same.found)).toEqual(['closed 泡涯', 'closed null']);
    const other = await preview(text, ({ kind }) => (kind === 'renamed' ? false : undefined));
    expect(kinds(other.found)).toEqual(['closed null']);
    expect(other.found.shown.stations.map(({ name }) => name.value)).toContain('泡涯');
  });

  it('stays out of use or is open again, as somebody says, and the history tells who did', async () => {
    const { found, put } = await preview(await table(), ({ candidate }) => candidate.id !== 'paoya');
    expect([found.open, found.reopened]).toEqual([[], ['paoya']]);
    expect(found.shown.stations.map(({ id }) => id)).toContain('paoya');
    expect(await put()).toBe(2);
    expect([(await idsOf()).includes('paoya'), await closedIds()]).toEqual([true, ['row-27']]);
    const row = (await find()).history.at(-1) ?? expect.fail();
    const { by, approvedBy } = BY;
    expect(row).toMatchObject({
      record: 'paoya',
      action: 'reopen',
      by,
      approvedBy,
      edition: 2,
      reason: expect.stringContaining('示例新通知'),
    });
    expect(changesIn((await find()).history, 1)).toMatchObject([
      { kind: 'closed', station: 'paoya', isTakenBack: true },
    ]);
    expect((await findDeskDirectory(desk, ID))?.lapsed).toEqual([]);
    // The one that stayed out of use is asked about again, the other is not; and that can be undone.
    const { found: next } = await preview(await table());
    expect(next.open.map(({ candidate }) => candidate.id)).toEqual(['row-27']);
    expect(await undoDecision(desk, await common('示例编辑', 'paoya'), row.id)).toMatchObject({ ok: true });
    expect(await closedIds()).toEqual(['paoya', 'row-27']);
  });
});
