'use server';

import { revalidatePath } from 'next/cache';
import { paths } from '#lib/paths.ts';
import type { DecisionInput } from '#lib/review/decide.ts';
import type { Decision } from '#lib/review/decision.ts';
import { sameQuestion } from '#lib/review/queue.ts';
import { getDesk } from '#lib/server/desk.ts';
import { answerProposal, findDeskDirectory, saveDecisions, undoDecision } from '#lib/server/review.ts';
import { DeskRefusal, requireRole, type Staff } from '#lib/server/session.ts';
import { answerProblemText, deskWords, problemText, shortTime } from '#lib/wording/desk.ts';
import { type SignedOut, staffOfForm } from '../../../parts/staff-of-form.ts';
import { savedSide, typedSide } from './sides.ts';
import type { ButtonState, DecisionState, FieldName } from './state.ts';
import { readTyped, type TypedDecision } from './typed.ts';

/** The editor of this request, or whoever signs in with the same form. */
const requireEditor = (form: FormData): Promise<Staff | SignedOut> => staffOfForm(form, 'editor');

/** Saves a decision, or says what stands in its way. */
export async function decideAction(_state: DecisionState, form: FormData): Promise<DecisionState> {
  const staff = await requireEditor(form);
  if ('kind' in staff) return staff;
  const typed = readTyped(form);
  const now = new Date();
  if (typed.isUndecided) {
    return problems([{ field: 'action', text: problemText({ field: 'action', code: 'action.missing' }) }], now);
  }
  const desk = await getDesk();
  const { directory } = typed;
  const concerned = [typed.record ?? '', ...typed.together];
  // Entries that are shown beside and not ticked may change meanwhile.
  const seen = Object.fromEntries(concerned.map((id) => [id, typed.seen[id] ?? 0]));
  const inputs = [...typed.inputs, ...(await inputsTogether(typed))];
  const result = await saveDecisions(desk, { directory, staff, seen, now }, inputs);
  if (result === null) throw new Error(`there is no directory ${directory}`);
  if (result.ok) {
    revalidatePath(paths.desk.home, 'layout');
    const isProposed = result.rows.some(({ action }) => action === 'propose');
    return { kind: 'saved', message: isProposed ? deskWords.form.proposed : deskWords.form.saved, at: now.getTime() };
  }
  if (result.reason === 'conflict') return conflict(typed, result.newer, now);
  const found = result.problems.map((problem) => ({ field: problem.field, text: problemText(problem) }));
  return problems(found, now);
}

/** Each fault once: several flags of one form have the same. */
function problems(found: { field: FieldName; text: string }[], now: Date): DecisionState {
  const once = found.filter((one, index) => found.findIndex((other) => other.text === one.text) === index);
  return { kind: 'problems', problems: once, at: now.getTime() };
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

async function conflict(typed: TypedDecision, newer: readonly Decision[], now: Date): Promise<DecisionState> {
  const state = await findDeskDirectory(await getDesk(), typed.directory);
  const last = newer.at(-1);
  const [input] = typed.inputs;
  if (!state || !last || !input) throw new Error('a conflict with nothing');
  const phone = input.phone ?? state.directory.flags.find(({ id }) => id === input.flag)?.subject.phone ?? null;
  const seen = { ...typed.seen };
  for (const { record, seq } of newer) seen[record ?? ''] = Math.max(seen[record ?? ''] ?? 0, seq);
  return {
    kind: 'conflict',
    by: last.by,
    time: shortTime(last.at),
    saved: savedSide(state.directory, last),
    mine: typedSide(state.directory, input, phone, now.toISOString()),
    seen: JSON.stringify(seen),
    at: now.getTime(),
  };
}

const refusal = (error: unknown): ButtonState => {
  if (!(error instanceof DeskRefusal)) throw error;
  return { message: null, problem: error.code === 'signed_out' ? deskWords.signIn.again : deskWords.notFound };
};

/** The `seq` of a record's newest row: an undo is about the row it names, whatever the page has seen. */
async function newestSeen(directory: string, record: string | null): Promise<Record<string, number>> {
  const history = (await findDeskDirectory(await getDesk(), directory))?.history ?? [];
  return { [record ?? '']: history.findLast((row) => row.record === record)?.seq ?? 0 };
}

/** Undoes a row of the history at once. */
export async function undoAction(_state: ButtonState, form: FormData): Promise<ButtonState> {
  try {
    const staff = await requireRole('editor');
    const [directory, record, id] = ['directory', 'record', 'id'].map((name) => String(form.get(name) ?? ''));
    const seen = await newestSeen(directory ?? '', record || null);
    const result = await undoDecision(
      await getDesk(),
      { directory: directory ?? '', staff, seen, now: new Date() },
      id ?? '',
    );
    if (result?.ok) {
      revalidatePath(paths.desk.home, 'layout');
      return { message: deskWords.form.undone, problem: null };
    }
    const [problem = 'unknown'] = result?.reason === 'problems' ? result.problems : (['later'] as const);
    return { message: null, problem: answerProblemText[problem] };
  } catch (error) {
    return refusal(error);
  }
}

/** A second person agrees to a proposal, or does not. */
export async function answerAction(_state: ButtonState, form: FormData): Promise<ButtonState> {
  try {
    const staff = await requireRole('editor');
    const text = (name: string) => String(form.get(name) ?? '');
    const directory = text('directory');
    const seen = await newestSeen(directory, text('record') || null);
    const action = text('answer') === 'approve' ? 'approve' : 'reject';
    const input = { proposal: text('id'), action, reason: text('reason') } as const;
    const result = await answerProposal(await getDesk(), { directory, staff, seen, now: new Date() }, input);
    if (result?.ok) {
      revalidatePath(paths.desk.home, 'layout');
      return { message: deskWords.form.saved, problem: null };
    }
    const [problem = 'unknown'] = result?.reason === 'problems' ? result.problems : (['answered'] as const);
    return { message: null, problem: typeof problem === 'string' ? answerProblemText[problem] : problemText(problem) };
  } catch (error) {
    return refusal(error);
  }
}
