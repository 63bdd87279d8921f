import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '#lib/server/desk/outcome.ts';
import {
  ADMINISTRATION,
  citiesFor,
  type DeskAction,
  type DeskPage,
  mayAnywhere,
  ROLES_OF_ACTION,
  ROLES_OF_PAGE,
} from '#lib/server/desk/roles.ts';
import { closeStore, getStore } from '#lib/server/store.ts';
import { cookies, DIRECTORY, fillDesk, PEOPLE, POSTS, resetDesk, validFields } from '../../../../../test/a-desk.ts';
import { readRows } from '../../../../../test/rows.ts';
import { sendForm } from '../../../../../test/send-form.ts';
import { GET as historyCsv } from '../../flags/history.csv/route.ts';
import { GET as historyJson } from '../../flags/history.json/route.ts';
import { GET as queueCsv } from '../../reports/queue.csv/route.ts';
import { GET as auditCsv } from '../../settings/audit/audit.csv/route.ts';
import { POST } from './route.ts';

type Person = (typeof PEOPLE)[number];

/** Who may, written out: what the code says is held against this. */
const EDITORS = ['admin', 'editor'] as const;
const HANDLERS = ['admin', 'dispatcher', 'agent'] as const;
/** Whoever is signed in, in whichever city. */
const ANYBODY = ['admin', 'editor', 'dispatcher', 'agent', 'owner', 'elsewhere'] as const;
const MAY: Record<DeskAction, readonly Person[]> = {
  'sign-in': PEOPLE,
  'sign-out': PEOPLE,
  'second-step': PEOPLE,
  'set-up': PEOPLE,
  decide: EDITORS,
  undo: EDITORS,
  answer: EDITORS,
  call: EDITORS,
  'undo-call': EDITORS,
  'import-begin': EDITORS,
  'import-columns': EDITORS,
  'import-lines': EDITORS,
  'import-match': EDITORS,
  'import-publish': EDITORS,
  'put-back': EDITORS,
  step: HANDLERS,
  unmask: HANDLERS,
  'step-ticked': HANDLERS,
  'print-orders': HANDLERS,
  'find-report': HANDLERS,
  'set-phrases': ['admin', 'dispatcher'],
  file: ['admin', 'dispatcher'],
  'publish-notice': ['admin', 'editor', 'dispatcher'],
  'change-notice': ['admin', 'editor', 'dispatcher'],
  'end-notice': ['admin', 'editor', 'dispatcher'],
  'add-station': EDITORS,
  'edit-station': EDITORS,
  'set-city-line': ['admin'],
  'set-facts': ['admin'],
  'add-short-code': ['admin'],
  'undo-city': ['admin'],
  'add-alias': EDITORS,
  'dismiss-place': EDITORS,
  'restore-place': EDITORS,
  'add-person': ['admin', 'owner'],
  'change-person': ['admin', 'owner'],
  'add-city': ['owner'],
  'change-city': ['owner'],
  'remove-city': ['owner'],
  'set-service': ['admin'],
  'set-times': ['admin'],
  'set-hours': ['admin'],
  'save-days': ['admin'],
  'paste-days': ['admin'],
  'remove-days': ['admin'],
  'set-whole-year': ['admin'],
  'save-channel': ['admin'],
  'remove-channel': ['admin'],
  'try-channel': ['admin'],
  'set-quiet': ['admin'],
  'allow-erasure': ['admin'],
  'set-copies': ['admin', 'dispatcher'],
  'publish-board': ['admin'],
  'require-factor': ['admin'],
  'begin-factor': ANYBODY,
  'confirm-factor': ANYBODY,
  'renew-codes': ANYBODY,
  'end-factor': ANYBODY,
  'change-password': ANYBODY,
  'end-session': ANYBODY,
  'end-sessions': ANYBODY,
};

const MAY_OPEN: Record<DeskPage, readonly Person[]> = {
  flags: EDITORS,
  directory: EDITORS,
  cityFacts: ['admin'],
  reports: HANDLERS,
  phrases: ['admin', 'dispatcher'],
  fileReport: ['admin', 'dispatcher'],
  notices: ['admin', 'editor', 'dispatcher'],
  places: EDITORS,
  board: HANDLERS,
  copies: ['admin', 'dispatcher'],
  people: ['admin', 'owner', 'elsewhere'],
  cities: ANYBODY,
  help: ANYBODY,
  newCity: ['owner'],
  settings: ANYBODY,
  secondFactor: ANYBODY,
  audit: ['admin'],
  channels: ['admin'],
  office: ['admin'],
  unknown: ANYBODY,
};

beforeAll(fillDesk);
beforeEach(resetDesk);
afterAll(closeStore);

/** Leads on and writes nothing. */
const READS: readonly DeskAction[] = ['find-report'];
const ACTIONS = Object.keys(ROLES_OF_ACTION) as DeskAction[];
const script = { accept: 'application/json' };

describe.each(ACTIONS)('%s', (action) => {
  it.each(PEOPLE.filter((person) => MAY[action].includes(person)))('is done for: %s', async (person) => {
    const fields = await validFields(action, person);
    const before = await readRows(await getStore());
    const response = await sendForm(POST, action, fields, { ...script, cookie: cookies[person] });
    expect(await response.json()).toMatchObject({ kind: 'done', faults: {} });
    const changesNothing = READS.includes(action) || (action === 'sign-out' && person === 'nobody');
    if (!changesNothing) expect(await readRows(await getStore())).not.toEqual(before);
  });

  it.each(PEOPLE.filter((person) => !MAY[action].includes(person)))('changes nothing for: %s', async (person) => {
    const fields = await validFields(action, person);
    const cookie = cookies[person];
    const before = await readRows(await getStore());
    const outcome = (await (await sendForm(POST, action, fields, { ...script, cookie })).json()) as Outcome;
    const message = person === 'nobody' || person === 'disabled' ? null : '没有这一页，或者您的岗位看不到它';
    // An admin of another city may change people, but not these.
    const notHere = { kind: 'refused', message: expect.stringContaining('不归您管') };
    const isAdministration = ROLES_OF_ACTION[action] === ADMINISTRATION;
    expect(outcome).toMatchObject(
      person === 'elsewhere' && isAdministration ? notHere : { kind: 'signed_out', message },
    );
    expect(await readRows(await getStore())).toEqual(before);

    // Without script what was typed is kept for the page, and nothing else happens either.
    const kept = ['report_draft', 'attempt'];
    const others = await readRows(await getStore(), ...kept);
    const response = await sendForm(POST, action, fields, { cookie });
    expect([response.status, response.headers.get('location')]).toEqual([303, fields.back]);
    expect(await readRows(await getStore(), ...kept)).toEqual(others);
  });
});

it('what an admin decided of a city is not taken back by the form of an editor', async () => {
  const fields = await validFields('undo-city', 'editor');
  const before = await readRows(await getStore());
  const response = await sendForm(POST, 'undo', fields, { ...script, cookie: cookies.editor });
  expect(await response.json()).toMatchObject({ kind: 'refused' });
  expect(await readRows(await getStore())).toEqual(before);
});

it.each(Object.entries(ROLES_OF_PAGE))('the page %s is for those whose it is', (page, roles) => {
  const may = (person: (typeof ANYBODY)[number]) => {
    const posts = { isOwner: false, roles: {}, ...POSTS[person] };
    return typeof roles === 'string' ? mayAnywhere(posts, roles) : citiesFor(posts, roles).includes(DIRECTORY);
  };
  expect(ANYBODY.filter(may)).toEqual(MAY_OPEN[page as DeskPage]);
});

describe.each([
  ['history.csv', historyCsv, EDITORS],
  ['history.json', historyJson, EDITORS],
  ['queue.csv', queueCsv, HANDLERS],
  ['audit.csv', auditCsv, ['admin']],
] as const)('the download %s', (_name, get, may: readonly Person[]) => {
  it.each(PEOPLE)('is answered to those whose it is: %s', async (person) => {
    const ask = (directory: string) =>
      get(new Request(`http://localhost/desk?directory=${directory}`, { headers: { cookie: cookies[person] ?? '' } }));
    const stranger = person === 'nobody' || person === 'disabled';
    const status = may.includes(person) ? 200 : stranger ? 401 : 403;
    expect((await ask(DIRECTORY)).status).toBe(status);
    const { audit } = await getStore();
    const scope = { directory: DIRECTORY, beside: 'strangers' } as const;
    const taken = await audit.list(scope, { kind: 'export', by: null }, { limit: 10, offset: 0 });
    // Whoever takes something along stands in the log; who is refused does not.
    expect(taken.map(({ by }) => by)).toEqual(status === 200 ? [`示例${person}`] : []);
    expect((await ask('shili')).status).toBe(person === 'elsewhere' ? 200 : stranger ? 401 : 403);
  });
});

it('every action stands in this test, with who may', () => {
  expect(Object.keys(MAY).toSorted()).toEqual(ACTIONS.toSorted());
});
