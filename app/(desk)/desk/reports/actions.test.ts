import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addDays, dayOf } from '#lib/reports/days.ts';
import { fold } from '#lib/reports/fold.ts';
import type { Outcome } from '#lib/server/desk/outcome.ts';
import { fileReport } from '#lib/server/reports/file.ts';
import { openReportOffice } from '#lib/server/reports/office.ts';
import { stepReport } from '#lib/server/reports/track.ts';
import { closeStore, getStore } from '#lib/server/store.ts';
import { cookies, DIRECTORY, fillDesk, resetDesk } from '../../../../test/a-desk.ts';
import { sendForm } from '../../../../test/send-form.ts';
import { POST } from '../send/[action]/route.ts';

const yesterday = addDays(dayOf(new Date().toISOString()), -1);
const REASON = '这些登记是乱填的，示例。';

beforeAll(fillDesk);
beforeEach(resetDesk);
afterAll(closeStore);

async function file(count: number): Promise<string[]> {
  const office = await openReportOffice(DIRECTORY);
  if (!office) throw new Error('no directory');
  const form = { station: null, place: '示例小区', kind: 'missed', dates: [yesterday], wanted: 'record' };
  const refs: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const sender = { by: { role: 'reader', name: null }, address: null } as const;
    const result = await fileReport(office, form, `key-of-a-made-up-report-${n}`, sender);
    if (!result.ok) throw new Error(result.reason);
    refs.push(result.receipt.ref);
  }
  return refs;
}
const sendTicks = (refs: readonly string[], text: string, accept = 'application/json') => {
  const fields = new URLSearchParams([
    ...refs.map((ref) => ['tick', `${ref} 1`]),
    ['text', text],
    ['back', '/desk/reports'],
  ]);
  return sendForm(POST, 'reject-ticked', String(fields), { accept, cookie: cookies.dispatcher });
};
const storedOf = async (ref: string) => (await getStore()).reports.find(ref);

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
