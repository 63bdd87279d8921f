import { describe, expect, it } from 'vitest';
import { readAskedForm, startForm } from './asked-form.ts';
import { EMPTY_FORM, type FormDraft, type TypedForm, toReport } from './typed-form.ts';

const TODAY = '2026-11-29';
const aForm = (typed: Partial<TypedForm>): FormDraft => ({
  key: 'kept',
  opened: '',
  typed: { ...EMPTY_FORM, ...typed },
  faults: [],
  notice: null,
});
const start = (query: Readonly<Record<string, unknown>>, kept: FormDraft | null = null) =>
  startForm({
    asked: readAskedForm(query),
    kept,
    today: TODAY,
    isListed: (id) => id === 'jinxiu',
    newKey: () => 'new',
  });

describe('the form that an address opens', () => {
  it('has nothing ticked from elsewhere, and 没收到 and 今天 from a door that says so', () => {
    expect(start({}).typed).toEqual(EMPTY_FORM);
    expect(start({ station: 'jinxiu' }).typed).toEqual({ ...EMPTY_FORM, station: 'jinxiu' });
    expect(start({ station: 'jinxiu', kind: 'missed', day: 'today' }).typed).toEqual({
      ...EMPTY_FORM,
      station: 'jinxiu',
      kind: 'missed',
      dates: [TODAY],
    });
  });

  it.each([
    { station: 'nowhere', kind: 'x', day: 'tomorrow' },
    { station: ['jinxiu', 'jinxiu'], kind: ['missed'], day: ['today', 'today'] },
    { station: '字'.repeat(5000), kind: '', day: '2026-11-29' },
    { text: '示例', phone: '154 0000 0000', wanted: 'redelivery', dates: '2026-11-28' },
  ])('reads nothing arbitrary from %j', (query) => {
    expect(start(query).typed).toEqual(EMPTY_FORM);
  });

  it('never ticks over what was filled in, but names the station that is asked for', () => {
    const kept = aForm({ station: 'jinxiu', kind: 'late', dates: ['2026-11-28'], place: '示例小区3号楼' });
    expect(start({ kind: 'missed', day: 'today' }, kept)).toEqual(kept);
    expect(start({ station: 'nowhere' }, kept)).toEqual(kept);
    const elsewhere = start({ station: '' }, kept);
    expect(elsewhere.typed).toEqual({ ...kept.typed, station: '' });
    expect(elsewhere.key).toBe('kept');
  });

  it('gives a station that is listed no longer the list', () => {
    expect(start({}, aForm({ station: 'gone', text: '示例' })).typed).toEqual({ ...EMPTY_FORM, text: '示例' });
  });
});

it('sends no day of a closed door, and keeps those that were ticked in the form', () => {
  const typed = { ...EMPTY_FORM, kind: 'no_access', dates: [TODAY], text: '示例' };
  expect(toReport(typed)).toMatchObject({ dates: [], text: '示例' });
  expect(toReport({ ...typed, kind: 'late' })).toMatchObject({ dates: [TODAY] });
  expect(typed.dates).toEqual([TODAY]);
});
