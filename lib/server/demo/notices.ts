import { addDays, dayOf, instantOf, timeOf } from '../../reports/days.ts';
import type { TypedNotice } from '../../reports/notice-form.ts';
import type { Store } from '../../store/store.ts';
import { demonstrationPeople, demonstrationNotices as words } from '../../wording/demonstration.ts';
import { findPublished } from '../directories.ts';
import { publishNotice } from '../notices.ts';

const MINUTE = 60_000;
/** The one that is in force began so long ago, and is to be seen by whoever tries the demonstration later. */
const BEGAN_MINUTES = 20;
const SHOWN_HOURS = 12;

const inField = (instant: string) => `${dayOf(instant)}T${timeOf(instant)}`;
const later = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * MINUTE).toISOString();

/** Made-up notices: one in force, two that are over. Their papers and their office are plainly examples. */
export async function makeNotices(store: Store, id: string, now: string): Promise<void> {
  const directory = (await findPublished(store, id))?.directory;
  if (!directory) throw new Error(`There is no directory ${id}.`);
  const publish = async (at: string, until: string, typed: Partial<TypedNotice>) => {
    const usual = {
      kind: 'late',
      papers: words.papers,
      scope: 'city',
      cause: 'van',
      expected: '',
      text: '',
      office: words.office,
    };
    const whole = { ...usual, districts: [], stations: [], from: '', ...typed, until: inField(until) };
    const made = await publishNotice({ store, directory }, whole, { by: demonstrationPeople.dispatcher, at });
    if (made.kind !== 'saved') throw new Error(`A notice of the demonstration was not taken: ${JSON.stringify(made)}`);
  };
  const day = (days: number) => addDays(dayOf(now), -days);
  await publish(instantOf(day(9), '08:15'), instantOf(day(9), '16:00'), {
    kind: 'afternoon',
    papers: words.others,
    cause: 'snow',
    expected: '15:00',
  });
  await publish(instantOf(day(3), '07:40'), instantOf(day(3), '12:00'), { expected: '11:00', text: words.text });
  const districts = directory.districts.slice(0, 2).map((district) => district.id);
  const began = later(now, -BEGAN_MINUTES);
  await publish(began, later(now, SHOWN_HOURS * 60), { scope: 'districts', districts });
}
