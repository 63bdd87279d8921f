import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type DeskAction, ROLES_OF_ACTION } from '#lib/server/desk/roles.ts';
import { closeStore } from '#lib/server/store.ts';
import { cookies, fillDesk, resetDesk, validFields } from '../../../../../test/a-desk.ts';
import { sendForm } from '../../../../../test/send-form.ts';
import { POST } from './route.ts';

const RUNS = Number(process.env.FORGED_RUNS ?? 120);
const ACTIONS = Object.keys(ROLES_OF_ACTION) as DeskAction[];
/** Hashing a password takes half a second; who signs out is nobody, and a factor that is turned on begins a new session. */
const SLOW: readonly DeskAction[] = [
  ...(['sign-in', 'sign-out', 'set-up', 'change-password', 'end-session', 'end-sessions'] as const),
  ...(['begin-factor', 'confirm-factor', 'renew-codes', 'end-factor'] as const),
];
const FORGED = ACTIONS.filter((action) => !SLOW.includes(action));

beforeAll(fillDesk);
beforeEach(resetDesk);
afterAll(closeStore);

const nasty = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      '0',
      '-1',
      '1e999',
      'NaN',
      '9007199254740993',
      '99999999999999999999',
      '0x10',
      'null',
      'undefined',
      '[]',
    ],
    ...[
      '{}',
      '{"__proto__":1}',
      '[object Object]',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'prototype',
    ],
    ...['{"__proto__":0}', '{"constructor":1}', '../../x', '\0', '\ud800', '\u202e', '%00', "' or 1=1 --", '<script>'],
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer().map(String),
  fc.json({ maxDepth: 2 }),
);
const change = fc.record({
  how: fc.constantFrom('drop', 'change', 'double', 'rename', 'add'),
  at: fc.nat(20),
  value: nasty,
});
const form = fc.record({
  action: fc.constantFrom(...FORGED),
  changes: fc.array(change, { minLength: 1, maxLength: 4 }),
});

type Forged = typeof form extends fc.Arbitrary<infer F> ? F : never;

/** What a page of ours sends, with fields left out, changed, doubled, renamed or added. */
async function forge({ action, changes }: Forged): Promise<string> {
  const fields = Object.entries(await validFields(action, 'admin'));
  for (const { how, at, value } of changes) {
    const index = at % Math.max(fields.length, 1);
    const [name = '', old = ''] = fields[index] ?? [];
    if (how === 'drop') fields.splice(index, 1);
    if (how === 'change') fields[index] = [name, value];
    if (how === 'double') fields.push([name, value]);
    if (how === 'rename') fields[index] = [value, old];
    if (how === 'add') fields.push([value, value]);
  }
  return String(new URLSearchParams(fields));
}

test('a form that none of our pages sends is refused in words or with 400, and is no fault of ours', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  await fc.assert(
    fc.asyncProperty(form, fc.constantFrom('text/html', 'application/json'), async (forged, accept) => {
      log.mockClear();
      const response = await sendForm(POST, forged.action, await forge(forged), { cookie: cookies.admin, accept });
      expect([200, 303, 400]).toContain(response.status);
      expect(log.mock.calls).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  log.mockRestore();
  const stillIn = await sendForm(POST, 'set-times', await validFields('set-times', 'admin'), {
    cookie: cookies.admin,
    accept: 'application/json',
  });
  expect(await stillIn.json(), 'somebody who may was asked all the time').toMatchObject({ kind: 'done' });
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '%00', 'decide ', ''])(
  '%j is no action',
  async (action) => {
    const response = await sendForm(POST, action, await validFields('decide', 'admin'), { cookie: cookies.admin });
    expect(response.status).toBe(404);
  },
);
