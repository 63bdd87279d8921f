import type { DecisionInput, DecisionProblem } from '#lib/directory/decide.ts';
import { type Decision, isOfCity } from '#lib/directory/decision.ts';
import { sameQuestion } from '#lib/directory/queue.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { conflict, done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { answerProposal, findDeskDirectory, type Saved, saveDecisions, undoDecision } from '#lib/server/review.ts';
import type { Staff } from '#lib/server/session.ts';
import { countEditors } from '#lib/server/staff.ts';
import { answerProblemText, deskWords, problemText, shortTime } from '#lib/wording/desk.ts';
import { savedSide, typedSide } from './sides.ts';
import { readTyped, type TypedDecision } from './typed.ts';

const words = deskWords.form;

/** Saves a decision, or says what stands in its way. */
export async function decide({ fields, staff }: Posted): Promise<Outcome> {
  const typed = readTyped(fields);
  if (typed.isUndecided) return withProblems([{ field: 'action', code: 'action.missing' }]);
  const result = await save(typed, staff);
  if (result.ok) return done(result.rows.some(({ action }) => action === 'propose') ? words.proposed : words.saved);
  return result.reason === 'conflict' ? showConflict(typed, staff, result.newer) : withProblems(result.problems);
}

async function save(typed: TypedDecision, staff: Staff): Promise<Saved<DecisionProblem>> {
  const { directory } = staff;
  const concerned = [typed.record ?? '', ...typed.together];
  // Entries that are shown beside and not ticked may change meanwhile.
  const seen = Object.fromEntries(concerned.map((id) => [id, typed.seen[id] ?? 0]));
  const inputs = [...typed.inputs, ...(await inputsTogether(typed, directory))];
  const result = await saveDecisions(await getDesk(), { directory, staff, seen, now: new Date() }, inputs);
  if (result === null) throw new MalformedForm(`there is no directory ${directory}`);
  return result;
}

/** The first fault of each field: several flags of one form have the same. */
function withProblems(problems: readonly DecisionProblem[]): Outcome {
  const faults: Outcome['faults'] = {};
  for (const problem of problems) {
    faults[problem.field] ??= problemText(problem);
    // Whose a number is already is said where it was typed, too.
    if (problem.field === 'shared') faults.value ??= problemText(problem);
  }
  return refused(words.errors, faults);
}

/** The same answer to the same question at the other stations that were ticked. */
async function inputsTogether(
  { record, inputs, together }: TypedDecision,
  directory: string,
): Promise<DecisionInput[]> {
  const [first] = inputs;
  const state = together.length > 0 ? await findDeskDirectory(await getDesk(), directory) : null;
  if (!first || !state || record === null) return [];
  const own = state.directory.flags.filter((flag) => inputs.some((input) => input.flag === flag.id));
  const others = sameQuestion(state.queue, record, own);
  return others
    .filter(({ entry }) => entry.station !== null && together.includes(entry.station.id))
    .flatMap(({ flags }) => flags.map((flag) => ({ ...first, flag: flag.id })));
}

async function showConflict(typed: TypedDecision, { directory }: Staff, newer: readonly Decision[]): Promise<Outcome> {
  const state = await findDeskDirectory(await getDesk(), directory);
  const last = newer.at(-1);
  const [input] = typed.inputs;
  if (!state || !last || !input) throw new Error('a conflict with nothing');
  const phone = input.phone ?? state.directory.flags.find(({ id }) => id === input.flag)?.subject.phone ?? null;
  const activeEditors = await countEditors(await getDesk(), directory);
  const seen = { ...typed.seen };
  for (const { record, seq } of newer) seen[record ?? ''] = Math.max(seen[record ?? ''] ?? 0, seq);
  const shown = {
    by: last.by,
    time: shortTime(last.at),
    saved: savedSide(state.directory, last),
    mine: typedSide(state.directory, input, { phone, at: new Date().toISOString(), activeEditors }),
    seen: JSON.stringify(seen),
  };
  return conflict(null, { shown: { conflict: shown } });
}

/** What an undo or an answer works with. Each is about the row it names, whatever the page has seen of the record. */
async function commonOf({ fields, staff }: Posted) {
  const { directory } = staff;
  const record = fieldOf(fields, 'record') || null;
  const history = (await findDeskDirectory(await getDesk(), directory))?.history ?? [];
  const seen = { [record ?? '']: history.findLast((row) => row.record === record)?.seq ?? 0 };
  return { directory, staff, seen, now: new Date() };
}

/** Undoes a row of the history at once. What only an admin decides is undone by one. */
export const undo = (posted: Posted): Promise<Outcome> => undoRow(posted, (row) => !isOfCity(row));
export const undoCity = (posted: Posted): Promise<Outcome> => undoRow(posted, isOfCity);

async function undoRow(posted: Posted, isTheirs: (row: Decision) => boolean): Promise<Outcome> {
  const desk = await getDesk();
  const id = fieldOf(posted.fields, 'of');
  const row = (await findDeskDirectory(desk, posted.staff.directory))?.history.find((one) => one.id === id);
  if (row && !isTheirs(row)) return refused(answerProblemText.unknown);
  const result = await undoDecision(desk, await commonOf(posted), id);
  if (result?.ok) return done(words.undone);
  const [problem = 'unknown'] = result?.reason === 'problems' ? result.problems : (['later'] as const);
  return refused(answerProblemText[problem]);
}

/** A second person agrees to a proposal, or does not. */
export async function answer(posted: Posted): Promise<Outcome> {
  const { fields } = posted;
  const action = fieldOf(fields, 'answer');
  if (action !== 'approve' && action !== 'reject') throw new MalformedForm();
  const input = { proposal: fieldOf(fields, 'proposal'), action, reason: fieldOf(fields, 'reason') } as const;
  const result = await answerProposal(await getDesk(), await commonOf(posted), input);
  if (result?.ok) return done(action === 'approve' ? words.approved : words.rejected);
  const [problem = 'unknown'] = result?.reason === 'problems' ? result.problems : (['answered'] as const);
  return refused(typeof problem === 'string' ? answerProblemText[problem] : problemText(problem));
}
