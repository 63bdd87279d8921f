import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addDays, dayOf } from '#lib/reports/days.ts';
import { fold } from '#lib/reports/fold.ts';
import type { Outcome } from '#lib/server/desk/outcome.ts';
import { fileReport } from '#lib/server/reports/file.ts';
import { openReportOffice } from '#lib/server/reports/office.ts';
import { phrasesMark, readCityPhrases } from '#lib/server/reports/phrases.ts';
import { stepReport } from '#lib/server/reports/track.ts';
import { closeStore, getStore } from '#lib/server/store.ts';
import { FIRST_PHRASES } from '#lib/wording/phrases.ts';
import { cookies, DIRECTORY, fillDesk, resetDesk } from '../../../../test/a-desk.ts';
import { sendForm } from '../../../../test/send-form.ts';
import { POST } from '../send/[action]/route.ts';

const yesterday = addDays(dayOf(new Date().toISOString()), -1);
const REASON = '这些登记是乱填的，示例。';

beforeAll(fillDesk);
beforeEach(resetDesk);
afterAll(closeStore);

let keys = 0;

async function file(count: number): Promise<string[]> {
  const office = await openReportOffice(DIRECTORY);
  if (!office) throw new Error('no directory');
  const form = { station: null, place: '示例小区', kind: 'missed', dates: [yesterday], wanted: 'record' };
  const refs: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const sender = { by: { role: 'reader', name: null }, address: null } as const;
    keys += 1;
    const result = await fileReport(office, form, `key-of-a-made-up-report-${keys}`, sender);
    if (!result.ok) throw new Error(result.reason);
    refs.push(result.receipt.ref);
  }
  return refs;
}
const send = async (action: string, fields: [string, string][], who: 'dispatcher' | 'agent' = 'dispatcher') => {
  const body = String(new URLSearchParams([...fields, ['directory', DIRECTORY], ['back', '/desk/reports']]));
  const response = await sendForm(POST, action, body, { accept: 'application/json', cookie: cookies[who] });
  return (await response.json()) as Outcome;
};
const ticks = (refs: readonly string[], after = 1) => refs.map((ref): [string, string] => ['tick', `${ref} ${after}`]);
const sendTicks = (refs: readonly string[], text: string, accept = 'application/json') => {
  const fields = new URLSearchParams([...ticks(refs), ['do', 'reject'], ['text', text], ['back', '/desk/reports']]);
  return sendForm(POST, 'step-ticked', String(fields), { accept, cookie: cookies.dispatcher });
};
const storedOf = async (ref: string) => (await getStore()).reports.find(ref);
const stateOf = async (ref: string) => fold((await storedOf(ref))?.events ?? []);

it('refuses a page of made-up reports with one reason that each reader is told, and names what has moved on', async () => {
  const refs = await file(200);
  const [moved = '', ...others] = refs;
  const office = await openReportOffice(DIRECTORY);
  const stored = await storedOf(moved);
  if (!office || !stored) throw new Error('lost');
  const withdrawn = { happening: { type: 'withdrawn', facts: {} }, after: 1 } as const;
  await stepReport(office, stored, withdrawn, { role: 'reader', name: null });
  const outcome = (await (await sendTicks([...refs, 'BD991231-9999', ''], REASON)).json()) as Outcome;
  expect(outcome.kind).toBe('done');
  expect(outcome.message).toContain('199件不予受理');
  for (const named of [moved, 'BD991231-9999']) expect(outcome.message).toContain(named);
  expect(outcome.message).not.toContain(others[0]);
  for (const ref of [others[0] ?? '', others.at(-1) ?? '']) {
    const one = await storedOf(ref);
    expect(fold(one?.events ?? []).state).toBe('rejected');
    expect(one?.private?.words[2]).toBe(REASON);
  }
  expect(fold((await storedOf(moved))?.events ?? []).state).toBe('withdrawn');
});

it('asks for a reason, keeps what is ticked, and changes nothing', async () => {
  const refs = await file(2);
  for (const [text, fault] of [
    [' \n', '请写一句说明'],
    ['字'.repeat(501), '最多500个字。'],
  ]) {
    const outcome = (await (await sendTicks(refs, text ?? '')).json()) as Outcome;
    expect(outcome).toMatchObject({ kind: 'refused', faults: { text: fault } });
  }
  const answer = await sendTicks(refs, '', 'text/html');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/reports']);
  expect(fold((await storedOf(refs[0] ?? ''))?.events ?? []).state).toBe('submitted');
});

it('takes no more at once than a page shows', async () => {
  const many = Array.from({ length: 501 }, (_, n) => `BD261122-${String(n).padStart(4, '0')}`);
  expect((await sendTicks(many, REASON)).status).toBe(400);
});

it('gives all that is ticked to one station, begins them, and passes over what has gone further', async () => {
  const refs = await file(3);
  const [first = ''] = refs;
  expect(await send('step-ticked', [...ticks(refs), ['do', 'assign'], ['station', '']])).toMatchObject({
    kind: 'refused',
    faults: { station: '请选一个发行站。' },
  });
  const assigned = await send('step-ticked', [...ticks(refs), ['do', 'assign'], ['station', 'jinxiu']]);
  expect(assigned.message).toBe('已受理3件。');
  expect(await stateOf(first)).toMatchObject({ state: 'accepted', station: 'jinxiu', handler: null });
  // Ticked as it stands: nobody asks to be told that what is accepted was not accepted again.
  const again = await send('step-ticked', [...ticks(refs, 2), ['do', 'accept']]);
  expect(again.message).toBe('已受理0件。');
  const started = await send('step-ticked', [...ticks(refs, 2), ['do', 'start']], 'agent');
  expect(started.message).toBe('3件开始办理。');
  expect(await stateOf(first)).toMatchObject({ state: 'in_progress', handler: '示例agent' });
  const stale = await send('step-ticked', [...ticks([first], 2), ['do', 'start']], 'agent');
  expect(stale.message).toContain(first);
});

it('is for an agent no way to accept, and none to what is not theirs', async () => {
  const refs = await file(2);
  const accepted = await send('step-ticked', [...ticks(refs), ['do', 'assign'], ['station', 'jinxiu']], 'agent');
  expect(accepted.message).toContain('已受理0件。');
  expect(await stateOf(refs[0] ?? '')).toMatchObject({ state: 'submitted' });
});

it('merges what is ticked into the first that was filed, or into one that is named, never one into itself', async () => {
  const [first = '', second = '', third = ''] = await file(3);
  expect(await send('step-ticked', [...ticks([first]), ['do', 'merge'], ['ref', '']])).toMatchObject({
    faults: { ref: '只选了一件，请写并到哪一件。' },
  });
  expect(await send('step-ticked', [...ticks([first]), ['do', 'merge'], ['ref', 'BD991231-9999']])).toMatchObject({
    kind: 'refused',
  });
  const merged = await send('step-ticked', [...ticks([second, first]), ['do', 'merge'], ['ref', '']]);
  expect(merged.message).toBe(`1件并进了${first}。`);
  expect(await stateOf(second)).toMatchObject({ state: 'duplicate', mergedInto: first });
  await send('step-ticked', [...ticks([third]), ['do', 'merge'], ['ref', first.toLowerCase()]]);
  expect(await stateOf(third)).toMatchObject({ state: 'duplicate', mergedInto: first });
});

it('goes on to the next report in the order of the list as it was opened, and back to it after the last', async () => {
  const refs = await file(3);
  await send('step-ticked', [...ticks(refs), ['do', 'assign'], ['station', 'jinxiu']]);
  await send('step-ticked', [...ticks(refs, 2), ['do', 'start']]);
  const at = new Date().toISOString();
  const opened = refs[1] ?? '';
  const save = (ref: string, after: number) =>
    send('step', [
      ...([
        ['of', ref],
        ['after', String(after)],
        ['event', 'resolved'],
        ['result', 'redelivered'],
      ] as [string, string][]),
      ...([
        ['text', '示例'],
        ['phrase', '已补送一份'],
        ['go', 'next'],
        ['at', at],
        ['list', 'tab=mine'],
      ] as [string, string][]),
    ]);
  const saved = await save(opened, 3);
  expect(saved.kind).toBe('done');
  expect((await storedOf(opened))?.private?.words[4]).toBe('示例，已补送一份');
  const order = [refs[0], refs[1], refs[2]];
  const next = order[order.indexOf(opened) + 1] ?? '';
  expect(saved.to).toBe(`/desk/reports/${next}?tab=mine&at=${encodeURIComponent(at)}`);
  expect(saved.message).toContain(opened);
  const last = await save(next, 3);
  expect(last.to).toBe('/desk/reports?tab=mine');
});

it('finds a caller by the whole phone, which stands in no address', async () => {
  const office = await openReportOffice(DIRECTORY);
  if (!office) throw new Error('no directory');
  const form = { station: 'shahe', kind: 'missed', dates: [yesterday], wanted: 'record', phone: '138 0000 0000' };
  const withPhone = { ...form, wanted: 'call_back' };
  const sender = { by: { role: 'reader', name: null }, address: null } as const;
  const filed = await fileReport(office, withPhone, 'key-of-a-caller-000001', sender);
  if (!filed.ok) throw new Error(filed.reason);
  const found = await send('find-report', [['q', '１３８-0000-0000']]);
  expect(found.to).toMatch(/^\/desk\/reports\?caller=[0-9a-f]{32}$/);
  expect(found.to).not.toContain('0000');
  expect((await send('find-report', [['q', '锦绣 3号楼']])).to).toBe(
    `/desk/reports?${new URLSearchParams({ q: '锦绣 3号楼' })}`,
  );
});

it('merges nothing into what has itself come to nothing, and no two into each other', async () => {
  const [first = '', second = '', third = ''] = await file(3);
  await send('step-ticked', [...ticks([first]), ['do', 'reject'], ['text', '示例']]);
  // Ticked on an older page: the one that was refused meanwhile is no longer the first of them.
  const merged = await send('step-ticked', [...ticks([first, second, third]), ['do', 'merge'], ['ref', '']]);
  expect(merged.message).toContain(`1件并进了${second}。`);
  expect(await stateOf(third)).toMatchObject({ mergedInto: second });
  for (const [from, into] of [
    [second, third],
    [second, first],
  ] as const) {
    expect(await send('step-ticked', [...ticks([from]), ['do', 'merge'], ['ref', into]])).toMatchObject({
      faults: { ref: '那一件已经不予受理、合并或撤回了，不能再并进去。' },
    });
    const step = { of: from, after: '1', event: 'merged', ref: into };
    expect((await send('step', Object.entries(step))).kind).toBe('refused');
  }
  const [one = '', other = ''] = await file(2);
  await Promise.all([
    send('step-ticked', [...ticks([one]), ['do', 'merge'], ['ref', other]]),
    send('step-ticked', [...ticks([other]), ['do', 'merge'], ['ref', one]]),
  ]);
  const states = [(await stateOf(one)).state, (await stateOf(other)).state];
  expect(states.toSorted()).toEqual(['duplicate', 'submitted']);
});

it('gives out again what a station gave back only where somebody says to which', async () => {
  const [ref = ''] = await file(1);
  await send('step-ticked', [...ticks([ref]), ['do', 'assign'], ['station', 'jinxiu']]);
  const back = { of: ref, after: '2', event: 'returned', text: '示例' };
  expect((await send('step', Object.entries(back), 'agent')).kind).toBe('done');
  const accepted = await send('step-ticked', [...ticks([ref], 3), ['do', 'accept']]);
  expect(accepted.message).toContain(ref);
  expect(await stateOf(ref)).toMatchObject({ state: 'submitted', waitsFor: '示例dispatcher' });
  await send('step-ticked', [...ticks([ref], 3), ['do', 'assign'], ['station', 'shahe']]);
  expect(await stateOf(ref)).toMatchObject({ state: 'accepted', station: 'shahe', waitsFor: null });
});

it('keeps what two change of the city’s sentences, and shows both where it is the same', async () => {
  const seen = phrasesMark(FIRST_PHRASES);
  const all = Object.entries(FIRST_PHRASES).map(([group, own]): [string, string] => [group, own.join('\n')]);
  const save = (group: string, text: string, mark = seen) =>
    send('set-phrases', [['seen', mark], ...all.filter(([one]) => one !== group), [group, text]]);
  expect((await save('rejected', '示例一')).kind).toBe('done');
  expect((await save('asked', '示例二')).kind).toBe('done');
  const met = await save('asked', '示例三');
  expect(met).toMatchObject({ kind: 'conflict', faults: { asked: '现在存着的是：示例二。再保存就换成您写的。' } });
  const now = await readCityPhrases(await getStore(), DIRECTORY);
  expect(now).toMatchObject({ rejected: ['示例一'], asked: ['示例二'], redelivered: FIRST_PHRASES.redelivered });
});
