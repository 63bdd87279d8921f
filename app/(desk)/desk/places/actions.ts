import { type AliasProblem, aliasInputSchema } from '#lib/directory/alias.ts';
import { ADDED, type Decision } from '#lib/directory/decision.ts';
import { findDivision } from '#lib/directory/landmark.ts';
import { paths } from '#lib/paths.ts';
import { mayBeTold } from '#lib/reports/told-words.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { conflict, done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { aliasDecision, type PlacesList, placesForDesk } from '#lib/server/desk-places.ts';
import { saveAlias } from '#lib/server/review.ts';
import { doneText, problemText, shortTime } from '#lib/wording/desk.ts';
import { aliasProblemText, placeDeskWords as words } from '#lib/wording/places.ts';
import { stationName } from '../flags/words.ts';

/** Which words of readers a form of ours is about. */
function textOf({ fields }: Posted): string {
  const text = fieldOf(fields, 'of');
  if (!mayBeTold(text)) throw new MalformedForm();
  return text;
}

/** What the form says, and the last row of the history that its page had seen. */
function typedOf({ fields }: Posted) {
  const seen = fieldOf(fields, 'seen');
  const how = fieldOf(fields, 'how') || null;
  const one = (name: string) => fieldOf(fields, name);
  const read = aliasInputSchema.safeParse({ station: one('station'), alias: one('alias'), how, reason: one('reason') });
  if (!read.success || !/^\d{1,9}$/.test(seen)) throw new MalformedForm();
  return { input: read.data, seen: Number(seen) };
}

/** What a station or a division is called. */
const nameOf = ({ state: { directory }, divisions }: PlacesList, id: string | null): string =>
  findDivision(divisions, id ?? '')?.name ??
  stationName(directory.stations.find((station) => station.id === id) ?? null);

const listPage = ({ fields }: Posted) => inDirectory(paths.desk.places, fields.get('directory'));

/** 记下来: readers find the station, or the stations of where it lies, by it at once. */
export async function addAlias(posted: Posted): Promise<Outcome> {
  const { staff } = posted;
  const text = textOf(posted);
  const { input, seen } = typedOf(posted);
  const desk = await getDesk();
  const found = await placesForDesk(desk, staff.directory);
  if (!found) throw new MalformedForm();
  const { places } = found;
  const first = places.find((place) => place.text === text)?.became ?? aliasDecision(found.state, input.alias);
  if (first) return conflict(firstText(found, first), {});
  const common = { directory: staff.directory, staff, now: new Date() };
  const ofStation = input.station === '' ? {} : { [input.station]: seen };
  const result = await saveAlias(desk, { ...common, seen: ofStation }, input);
  if (!result) throw new MalformedForm();
  if (result.ok) {
    const [row] = result.rows;
    await desk.store.askedPlaces.settle(staff.directory, text, row?.id ?? '');
    const saved = row?.action === 'add_landmark' ? words.form.savedPlace : words.form.saved;
    return done(saved(row?.after ?? text, nameOf(found, input.station)), { to: listPage(posted) });
  }
  return result.reason === 'conflict' ? conflictWith(found, result.newer) : refusedWith(found, result.problems);
}

const firstText = (list: PlacesList, { action, by, at, after, record }: Decision): string =>
  (action === 'add_landmark' ? words.firstPlace : words.first)(by, shortTime(at), after ?? '', nameOf(list, record));

function conflictWith(list: PlacesList, newer: readonly Decision[]): Outcome {
  const last = newer.at(-1);
  if (!last) throw new Error('a conflict with nothing');
  const what = `${doneText(last)}${ADDED.some((field) => field === last.field) && last.after !== null ? ` ${last.after}` : ''}`;
  const shown = { newer: { seen: String(last.seq), said: words.conflictNow(what) } };
  return conflict(words.conflict(last.by, shortTime(last.at), nameOf(list, last.record)), { shown });
}

function refusedWith(list: PlacesList, problems: readonly AliasProblem[]): Outcome {
  const said = problems.map((problem): [string, string] => {
    if (problem.field === 'reason') return [problem.field, problemText(problem)];
    const owner = problem.code === 'alias.taken' ? nameOf(list, problem.station) : '';
    return [problem.field, aliasProblemText(problem, owner)];
  });
  return refused(words.form.errors, Object.fromEntries(said));
}

/** 不管它: it goes from the list, and comes back with one press. */
export async function dismissPlace(posted: Posted): Promise<Outcome> {
  const text = textOf(posted);
  const { directory, username } = posted.staff;
  const { store } = await getDesk();
  await store.askedPlaces.dismiss(directory, text, { by: username, at: new Date().toISOString() });
  return done(words.dismissed(text));
}

/** 找回来. */
export async function restorePlace(posted: Posted): Promise<Outcome> {
  const text = textOf(posted);
  const { store } = await getDesk();
  await store.askedPlaces.restore(posted.staff.directory, text);
  return done(words.restored(text));
}
