import { proposalKey } from '#lib/directory/editions/matching.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import type { DraftBody } from '#lib/server/editions/draft.ts';
import { type DraftState, findDraft } from '#lib/server/editions/drafts.ts';
import { LINE_KINDS, lineKey } from '#lib/table/tables.ts';
import { shortTime } from '#lib/wording/desk.ts';
import { importWords as words } from '#lib/wording/editions.ts';
import type { Step } from '../../Steps.tsx';
import { type DrawnSheet, drawnSheetSchema } from './drawn-sheet.ts';
import { listLines } from './listed-lines.ts';
import { stepAddress } from './step.ts';

/** What the forms of a draft's steps do. Each is saved before the next page is shown, so that all can be left at any time. */

const isOne = <T extends string>(all: readonly T[], value: string): value is T => all.some((one) => one === value);

/** A refusal that is shown on a page of its own: the one it was sent from may show what is not so any more. */
export const refusedAt = (message: string, posted: Posted, state: DraftState, step: Step): Outcome => ({
  ...{ kind: 'refused', message, faults: {}, typed: {}, shown: {} },
  to: addressOf(posted, state, step),
});

const addressOf = ({ fields }: Posted, { draft }: DraftState, step: Step) =>
  stepAddress(draft.id, step, fields.get('directory') ?? undefined);

/** The draft a form is about, or what is answered where it is none any more. */
export async function draftOf({ fields, staff }: Posted): Promise<DraftState> {
  const { store } = await getDesk();
  const id = fieldOf(fields, 'of');
  const state = /^[\w-]{1,64}$/.test(id) ? await findDraft(store, staff.directory, id, new Date()) : null;
  if (!state) throw new MalformedForm('no such draft', words.gone);
  return state;
}

/** Why nothing of a draft may be changed by this form, or null. */
export function changeProblem(posted: Posted, state: DraftState, step: Step): Outcome | null {
  const { draft, body } = state;
  if (draft.edition !== null) return refusedAt(words.isPublished, posted, state, 'publish');
  if (String(draft.version) !== fieldOf(posted.fields, 'version')) {
    const message = words.changedBy(draft.changedBy ?? '', shortTime(draft.changedAt));
    return refusedAt(message, posted, state, step);
  }
  return body.handedOver ? refusedAt(words.isHandedOver(body.handedOver.by), posted, state, step) : null;
}

/** Saves a draft. A colleague who was quicker is named, and nothing of theirs is lost. */
export async function saveDraft(
  posted: Posted,
  state: DraftState,
  body: DraftBody,
  dropped = false,
): Promise<Outcome | null> {
  const { store } = await getDesk();
  const change = { body, by: posted.staff.username, at: new Date().toISOString(), dropped };
  if (await store.editionDrafts.change(state.draft, change)) return null;
  const fresh = (await findDraft(store, state.draft.directory, state.draft.id, new Date())) ?? state;
  const { changedBy, changedAt } = fresh.draft;
  return refusedAt(words.changedBy(changedBy ?? '', shortTime(changedAt)), posted, fresh, 'columns');
}

/** A second editor goes through the steps without changing anything: that they have is kept. */
async function lookAt(posted: Posted, state: DraftState, step: 'lines' | 'differences', next: Step): Promise<Outcome> {
  const other = handedProblem(posted, state, step);
  if (other) return other;
  const { seen } = state.body;
  const { username } = posted.staff;
  const own = [...new Set([...(seen[username] ?? []), step])];
  const problem = await saveDraft(posted, state, { ...state.body, seen: { ...seen, [username]: own } });
  return problem ?? done(null, { to: addressOf(posted, state, next) });
}

/** What a second editor looks at is what was handed over, and not what it was made into since. */
export function handedProblem(posted: Posted, state: DraftState, step: Step): Outcome | null {
  const { draft, body } = state;
  if (body.handedOver && fieldOf(posted.fields, 'handed') === body.handedOver.at) return null;
  return refusedAt(words.changedBy(draft.changedBy ?? '', shortTime(draft.changedAt)), posted, state, step);
}

const isSecond = ({ staff }: Posted, { body, draft }: DraftState) =>
  draft.edition === null && body.handedOver !== null && body.handedOver.by !== staff.username;

/** 看列: which sheets are read, where their headings are and what their columns hold. */
export async function sayColumns(posted: Posted): Promise<Outcome> {
  const state = await draftOf(posted);
  const problem = changeProblem(posted, state, 'columns');
  if (problem) return problem;
  const { sheets, isMoved } = readSheets(posted, state);
  const step = Math.max(3, state.body.step);
  // What was said of lines was said of another reading.
  const isSame = JSON.stringify(sheets) === JSON.stringify(state.body.sheets);
  const lost = await saveDraft(posted, state, {
    ...state.body,
    sheets,
    step,
    ...(!isSame && { lines: {}, answers: {} }),
  });
  if (lost) return lost;
  const fresh = await draftOf(posted);
  const stays = fieldOf(posted.fields, 'go') === 'again' || isMoved || fresh.refusal !== null;
  return done(null, { to: addressOf(posted, fresh, stays ? 'columns' : 'lines') });
}

/** Only what was changed is said by somebody; the rest stays what it is read as. `isMoved`: a heading was, so that the columns are guessed anew. */
function readSheets({ fields }: Posted, { body, file }: DraftState) {
  const sheets: DraftBody['sheets'] = { ...body.sheets };
  const all = file.grid.grid.sheets;
  let isMoved = false;
  for (const [at, sheet] of all.entries()) {
    if (all.length > 1 && sheet.lines.length > 0) sheets[at] = { ...sheets[at], isRead: fields.has(`read-${at}`) };
    const given = fields.get(`drawn-${at}`);
    if (given === null) continue;
    const drawn = readDrawn(given);
    const said = fields.get(`heading-${at}`) ?? String(drawn.heading);
    const heading = Number(said);
    if (!/^\d{1,6}$/.test(said)) throw new MalformedForm();
    const kinds = drawn.kinds.map((kind, column) => {
      const other = fields.get(`col-${at}-${column}`) ?? kind;
      return drawnSheetSchema.shape.kinds.element.catch(kind).parse(other);
    });
    const isOther = kinds.some((kind, column) => kind !== drawn.kinds[column]);
    if (isOther) sheets[at] = { ...sheets[at], heading, columns: kinds };
    else if (heading !== drawn.heading) {
      const { columns: _, ...rest } = sheets[at] ?? {};
      sheets[at] = { ...rest, heading };
      isMoved = true;
    }
  }
  return { sheets, isMoved };
}

/** As our page has drawn it: anything else was not sent by it. */
function readDrawn(given: string): DrawnSheet {
  try {
    return drawnSheetSchema.parse(JSON.parse(given));
  } catch {
    throw new MalformedForm();
  }
}

/** 看行: what lines are. What was not changed is not said; a line that nobody understands has to be. */
export async function sayLines(posted: Posted): Promise<Outcome> {
  const { fields } = posted;
  const state = await draftOf(posted);
  if (isSecond(posted, state)) return lookAt(posted, state, 'lines', 'differences');
  const problem = changeProblem(posted, state, 'lines');
  if (problem) return problem;
  const lines = { ...state.body.lines };
  const known = new Set(state.preview?.read.lines.map(({ sheet, line }) => lineKey(sheet, line)));
  for (const [name, value] of fields) {
    const key = name.startsWith('line-') ? name.slice('line-'.length) : null;
    if (key === null || !known.has(key) || !isOne(LINE_KINDS, value) || value === fields.get(`was-${key}`)) continue;
    lines[key] = value;
  }
  const lost = await saveDraft(posted, state, { ...state.body, lines, step: Math.max(4, state.body.step) });
  if (lost) return lost;
  const fresh = await draftOf(posted);
  const left = fresh.preview
    ? listLines(fresh.preview, fresh.body).doubtful.filter(({ mustSay }) => mustSay).length
    : 0;
  if (left > 0) return refusedAt(words.lines.mustSay(left), posted, fresh, 'lines');
  return done(null, { to: addressOf(posted, fresh, 'differences') });
}

/** 看不同: what is the same, and what becomes of a station that is not printed; each said with one press. */
export async function sayMatch(posted: Posted): Promise<Outcome> {
  const { fields } = posted;
  const state = await draftOf(posted);
  const [said = '', ...rest] = fieldOf(fields, 'say').split(' ');
  const about = rest.join(' ');
  if (isSecond(posted, state)) return lookAt(posted, state, 'differences', 'publish');
  const problem = changeProblem(posted, state, 'differences');
  if (problem) return problem;
  const body = withAnswer(state, said, about);
  if (said === 'next' && (state.preview?.open.length ?? 1) > 0)
    return refusedAt(words.differences.left(state.preview?.open.length ?? 1), posted, state, 'differences');
  const lost = await saveDraft(posted, state, body);
  if (lost) return lost;
  return said === 'next' ? done(null, { to: addressOf(posted, state, 'publish') }) : done(null);
}

function withAnswer({ body, preview }: DraftState, said: string, about: string): DraftBody {
  if (said === 'next') return { ...body, step: 5 };
  const { gone = [], kept = [] } = preview?.differences ?? {};
  if (said === 'drop' || said === 'keep') {
    if (![...gone, ...kept].some(({ id }) => id === about)) throw new MalformedForm();
    return { ...body, gone: { ...body.gone, [about]: said } };
  }
  if (!preview?.matched.proposals.some((proposal) => proposalKey(proposal) === about)) throw new MalformedForm();
  const { [about]: _, ...others } = body.answers;
  if (said === 'undo') return { ...body, answers: others };
  if (said !== 'same' && said !== 'other') throw new MalformedForm();
  return { ...body, answers: { ...others, [about]: said === 'same' } };
}
