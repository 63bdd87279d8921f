import type { Decision } from '#lib/directory/decision.ts';
import type { ChangeProblem } from '#lib/directory/edit-station.ts';
import { newStationSchema } from '#lib/directory/edit-station.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { conflict, done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { type EditProblem, findDeskDirectory, saveEdit, saveNewStation } from '#lib/server/review.ts';
import { deskWords, problemText, shortTime } from '#lib/wording/desk.ts';
import { changeProblemText, editWords as words } from '#lib/wording/edit.ts';
import { valueText } from '../../../flags/[station]/sides.ts';
import { stationName } from '../../../flags/words.ts';
import { readEdit, type TypedEdit } from './typed.ts';

/** 保存: everything that was changed of a station, or nothing. */
export async function editStation(posted: Posted): Promise<Outcome> {
  const { fields, staff } = posted;
  const desk = await getDesk();
  const state = await findDeskDirectory(desk, staff.directory);
  const id = fieldOf(fields, 'of');
  const station = state?.directory.stations.find((one) => one.id === id);
  const closing = state?.directory.closed.some((one) => one.id === id) && state.history.findLast(closes(id));
  if (state && closing) return conflict(words.conflict(closing.by, shortTime(closing.at)), {});
  if (!state || !station) throw new MalformedForm();
  const typed = readEdit(fields);
  const count = typed.phones.size + typed.changes.length;
  if (count === 0) return refused(words.nothing);
  const common = { directory: staff.directory, staff, seen: { [id]: typed.seen }, now: new Date() };
  const result = await saveEdit(desk, common, {
    station: id,
    phones: [...typed.phones.values()],
    changes: typed.changes,
  });
  if (!result) throw new MalformedForm();
  if (result.ok) {
    const waits = result.rows.some(({ action }) => action === 'propose');
    const to = inDirectory(paths.desk.station(id), fields.get('directory'));
    return done((waits ? words.proposed : words.saved)(count), { to });
  }
  if (result.reason === 'conflict') return conflictWith(state.directory, result.newer);
  return refused(words.errors, faultsOf(result.problems, typed, state.directory));
}

/** What ended a station, or agreed to its end. */
const closes = (id: string) => (row: Decision) => row.record === id && row.phone === null;

function conflictWith(directory: PublishedDirectory, newer: readonly Decision[]): Outcome {
  const last = newer.at(-1);
  if (!last) throw new Error('a conflict with nothing');
  const what = `${deskWords.done[last.action]} ${valueText(directory, last.field, last.after)}`;
  const shown = { newer: { seen: String(last.seq), said: words.conflictNow(what) } };
  return conflict(words.conflict(last.by, shortTime(last.at)), { shown });
}

function faultsOf(
  problems: readonly EditProblem[],
  { phones }: TypedEdit,
  directory: PublishedDirectory,
): Outcome['faults'] {
  const faults: Outcome['faults'] = {};
  for (const one of problems) {
    if ('phone' in one) {
      const at = [...phones].find(([, input]) => input.phone === one.phone)?.[0] ?? 0;
      faults[`phone-${at}-${one.problem.field}`] ??= problemText(one.problem);
      if (one.problem.field === 'shared') faults[`phone-${at}-value`] ??= problemText(one.problem);
    } else Object.assign(faults, changeFaults(one, `${one.field}-`, directory));
  }
  return faults;
}

/** By the names of the form's fields. @param prefix what stands before `value`, `how`, `reason` */
function changeFaults(problem: ChangeProblem, prefix: string, directory: PublishedDirectory): Outcome['faults'] {
  const { part, code, owners = [] } = problem;
  const nameOf = (id: string) => stationName(directory.stations.find((one) => one.id === id) ?? null);
  // A number's owners come by name, a name's by id.
  const said = changeProblemText(code, code === 'number.taken' ? owners : owners.map(nameOf));
  return { [prefix + part]: said, ...(part === 'shared' && { [`${prefix}value`]: said }) };
}

/** 添加: a station that no paper prints. */
export async function addStation(posted: Posted): Promise<Outcome> {
  const { fields, staff } = posted;
  const desk = await getDesk();
  const state = await findDeskDirectory(desk, staff.directory);
  const one = (name: string) => fieldOf(fields, name);
  const read = newStationSchema.safeParse({
    ...{ name: one('name-value'), district: one('district-value'), number: one('number-value') },
    ...{ how: one('name-how') || null, reason: one('name-reason'), shared: fields.has('number-shared') },
  });
  if (!read.success || !state) throw new MalformedForm();
  const result = await saveNewStation(desk, { directory: staff.directory, staff, now: new Date() }, read.data);
  if (!result) throw new MalformedForm();
  if (result.ok) {
    const waits = result.rows.some(({ action }) => action === 'propose');
    const to = inDirectory(paths.desk.station(result.id), fields.get('directory'));
    return done((waits ? words.add.proposed : words.add.saved)(read.data.name.trim()), { to });
  }
  if (result.reason === 'conflict') return conflictWith(state.directory, result.newer);
  const faults = result.problems.map((problem) => changeFaults(problem, `${problem.field}-`, state.directory));
  return refused(words.errors, Object.assign({}, ...faults));
}
