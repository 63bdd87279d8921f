import { addDays, dayOf } from '../../reports/days.ts';
import { demonstrationPeople, demonstrationAdditions as words } from '../../wording/demonstration.ts';
import { saveCall } from '../calling.ts';
import { answerProposal, saveAlias, saveEdit, saveNewStation } from '../review.ts';
import type { Desk } from '../staff.ts';
import { commonOf, expectSaved, type HoursAgo, type Making, plainStations, readDesk } from './decisions.ts';

/** What staff know beyond the paper: a station more, where one is and when it is open, other names, calls in vain. */

const [first, second] = demonstrationPeople.editors;

/** A station that no paper prints, with a number that another one has too: a number of its own could be somebody's. */
async function addStation(making: Making): Promise<void> {
  const state = await readDesk(making);
  const [lender] = plainStations(state).slice(4);
  const number = lender?.phones[0]?.phone.printed;
  if (!lender || !number) return;
  const { seen: _, ...common } = commonOf(making, state, lender.station.id, first, 70);
  const about = { how: 'called', reason: words.stationReason, shared: true } as const;
  const added = await saveNewStation(making.desk, common, {
    ...{ name: words.station, district: lender.station.district.value ?? '', number, ...about },
  });
  const { rows } = expectSaved(added, words.station);
  const proposal = rows.find(({ action }) => action === 'propose');
  if (!added || !proposal) return;
  const seconded = commonOf(making, await readDesk(making), added.id, second, 68);
  const agreed = { proposal: proposal.id, action: 'approve', reason: words.agreed } as const;
  expectSaved(await answerProposal(making.desk, seconded, agreed), words.station);
}

/** Where a station is, when it is open, what readers should know, and how people call it. */
async function saySomething(making: Making): Promise<void> {
  const state = await readDesk(making);
  const [view] = plainStations(state).slice(5);
  if (!view) return;
  const station = view.station.id;
  const about = { how: 'station', reason: words.saidReason, shared: false } as const;
  const common = commonOf(making, state, station, second, 60);
  const hours = JSON.stringify([{ days: [1, 2, 3, 4, 5], from: '07:30', to: '16:30' }]);
  const changes = [
    { ...about, field: 'address', value: words.address },
    { ...about, field: 'hours', value: hours },
    { ...about, field: 'note', value: words.note },
  ] as const;
  expectSaved(await saveEdit(making.desk, common, { station, phones: [], changes }), station);
  const again = commonOf(making, await readDesk(making), station, second, 59);
  expectSaved(await saveAlias(making.desk, again, { ...about, station, alias: words.alias }), station);
}

/** A number that nobody answered on three days: it then stands in the queue. */
async function callInVain(making: Making): Promise<void> {
  const [view] = plainStations(await readDesk(making)).slice(6);
  const phone = view?.phones[0]?.phone.id;
  if (!view || !phone) return;
  for (const hours of [44, 28, 12]) {
    const common = commonOf(making, await readDesk(making), view.station.id, first, hours);
    expectSaved(await saveCall(making.desk, common, { phone, outcome: 'unanswered', reason: '' }), phone);
  }
}

/** What readers looked for in vain, which stands at the desk until somebody says where it is. */
async function tellPlaces({ desk, directory, hoursAgo }: Making): Promise<void> {
  const today = dayOf(hoursAgo(0));
  const most = words.places.length;
  for (const [index, place] of words.places.entries())
    for (let reader = 0; reader < most - index; reader += 1)
      await desk.store.askedPlaces.count(directory, place, addDays(today, reader - most), most);
}

/** Adds to the first directory what its table does not say. */
export async function makeAdditions(desk: Desk, directory: string, hoursAgo: HoursAgo): Promise<void> {
  const making = { desk, directory, hoursAgo };
  await addStation(making);
  await saySomething(making);
  await callInVain(making);
  await tellPlaces(making);
}
