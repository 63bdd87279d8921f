'use server';

import { revalidatePath } from 'next/cache';
import type { DecisionInput, Problem } from '#lib/directory/decide.ts';
import type { Decision } from '#lib/directory/decision.ts';
import { sameQuestion } from '#lib/directory/queue.ts';
import { paths } from '#lib/paths.ts';
import { getDesk } from '#lib/server/desk.ts';
import { answerProposal, findDeskDirectory, type Saved, saveDecisions, undoDecision } from '#lib/server/review.ts';
import type { Staff } from '#lib/server/session.ts';
import { answerProblemText, deskWords, problemText, shortTime } from '#lib/wording/desk.ts';
import { type FormState, notDone, refusedForm, said } from '../../../parts/form-state.ts';
import { staffOfForm } from '../../../parts/staff-of-form.ts';
import { savedSide, typedSide } from './sides.ts';
import type { DecisionState, FieldName, TypedText } from './state.ts';
import { readText, readTyped, type TypedDecision } from './typed.ts';

/** Saves a decision, or says what stands in its way. */
export async function decideAction(_state: DecisionState, form: FormData): Promise<DecisionState> {
  const text = readText(form);
  const staff = await staffOfForm(form, 'editor');
  if ('kind' in staff) return { ...staff, typed: text };
  const typed = readTyped(form);
  if (typed.isUndecided) {
    return problems(text, [{ field: 'action', text: problemText({ field: 'action', code: 'action.missing' }) }]);
  }
  const result = await save(typed, staff);
  if (result.ok) {
    revalidatePath(paths.desk.home, 'layout');
    const isProposed = result.rows.some(({ action }) => action === 'propose');
    return { kind: 'saved', message: isProposed ? deskWords.form.proposed : deskWords.form.saved, at: Date.now() };
  }
  if (result.reason === 'conflict') return { ...(await conflict(typed, result.newer)), typed: text };
  return problems(
    text,
    result.problems.map((problem) => ({ field: problem.field, text: problemText(problem) })),
  );
}

async function save(typed: TypedDecision, staff: Staff): Promise<Saved<Problem>> {
  const { directory } = typed;
  const concerned = [typed.record ?? '', ...typed.together];
  // Entries that are shown beside and not ticked may change meanwhile.
  const seen = Object.fromEntries(concerned.map((id) => [id, typed.seen[id] ?? 0]));
  const inputs = [...typed.inputs, ...(await inputsTogether(typed))];
  const result = await saveDecisions(await getDesk(), { directory, staff, seen, now: new Date() }, inputs);
  if (result === null) throw new Error(`there is no directory ${directory}`);
  return result;
}

/** Each fault once: several flags of one form have the same. */
function problems(typed: TypedText, found: { field: FieldName; text: string }[]): DecisionState {
  const once = found.filter((one, index) => found.findIndex((other) => other.text === one.text) === index);
  return { kind: 'problems', problems: once, typed, at: Date.now() };
}

/** The same answer to the same question at the other stations that were ticked. */
async function inputsTogether({ directory: id, record, inputs, together }: TypedDecision): Promise<DecisionInput[]> {
  const [first] = inputs;
  const state = together.length > 0 ? await findDeskDirectory(await getDesk(), id) : null;
  if (!first || !state || record === null) return [];
  const own = state.directory.flags.filter((flag) => inputs.some((input) => input.flag === flag.id));
  const others = sameQuestion(state.queue, record, own);
  return others
    .filter(({ entry }) => entry.station !== null && together.includes(entry.station.id))
    .flatMap(({ flags }) => flags.map((flag) => ({ ...first, flag: flag.id })));
}

async function conflict(typed: TypedDecision, newer: readonly Decision[]) {
  const now = new Date();
  const state = await findDeskDirectory(await getDesk(), typed.directory);
  const last = newer.at(-1);
  const [input] = typed.inputs;
  if (!state || !last || !input) throw new Error('a conflict with nothing');
  const phone = input.phone ?? state.directory.flags.find(({ id }) => id === input.flag)?.subject.phone ?? null;
  const seen = { ...typed.seen };
  for (const { record, seq } of newer) seen[record ?? ''] = Math.max(seen[record ?? ''] ?? 0, seq);
  return {
    kind: 'conflict' as const,
    by: last.by,
    time: shortTime(last.at),
    saved: savedSide(state.directory, last),
    mine: typedSide(state.directory, input, phone, now.toISOString()),
    seen: JSON.stringify(seen),
    at: now.getTime(),
  };
}

/** The `seq` of a record's newest row: an undo is about the row it names, whatever the page has seen. */
async function newestSeen(directory: string, record: string | null): Promise<Record<string, number>> {
  const history = (await findDeskDirectory(await getDesk(), directory))?.history ?? [];
  return { [record ?? '']: history.findLast((row) => row.record === record)?.seq ?? 0 };
}

const text = (form: FormData, name: string) => String(form.get(name) ?? '');

/** Undoes a row of the history at once. */
export async function undoAction(_state: FormState, form: FormData): Promise<FormState> {
  const staff = await staffOfForm(form, 'editor');
  if ('kind' in staff) return refusedForm(staff);
  const directory = text(form, 'directory');
  const seen = await newestSeen(directory, text(form, 'record') || null);
  const result = await undoDecision(await getDesk(), { directory, staff, seen, now: new Date() }, text(form, 'id'));
  if (result?.ok) {
    revalidatePath(paths.desk.home, 'layout');
    return said(deskWords.form.undone);
  }
  const [problem = 'unknown'] = result?.reason === 'problems' ? result.problems : (['later'] as const);
  return notDone(answerProblemText[problem]);
}

/** A second person agrees to a proposal, or does not. */
export async function answerAction(_state: FormState, form: FormData): Promise<FormState> {
  const staff = await staffOfForm(form, 'editor');
  if ('kind' in staff) return refusedForm(staff);
  const directory = text(form, 'directory');
  const seen = await newestSeen(directory, text(form, 'record') || null);
  const action = text(form, 'answer') === 'approve' ? 'approve' : 'reject';
  const input = { proposal: text(form, 'id'), action, reason: text(form, 'reason') } as const;
  const result = await answerProposal(await getDesk(), { directory, staff, seen, now: new Date() }, input);
  if (result?.ok) {
    revalidatePath(paths.desk.home, 'layout');
    return said(action === 'approve' ? deskWords.form.approved : deskWords.form.rejected);
  }
  const [problem = 'unknown'] = result?.reason === 'problems' ? result.problems : (['answered'] as const);
  return notDone(typeof problem === 'string' ? answerProblemText[problem] : problemText(problem));
}
