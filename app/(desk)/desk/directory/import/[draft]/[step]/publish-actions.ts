import { paths } from '#lib/paths.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import type { DraftState } from '#lib/server/editions/drafts.ts';
import { publishEdition } from '#lib/server/editions/editions.ts';
import { countEditors } from '#lib/server/staff.ts';
import { isDisguised } from '#lib/text/typed-text.ts';
import { importWords } from '#lib/wording/editions.ts';
import { changeProblem, draftOf, handedProblem, refusedAt, saveDraft } from './actions.ts';
import { listLines } from './listed-lines.ts';

const words = importWords.publish;
const LONGEST = 500;

/** 发布: handing over, taking or giving back, publishing, or throwing the draft away. */
export async function publishDraft(posted: Posted): Promise<Outcome> {
  const state = await draftOf(posted);
  switch (fieldOf(posted.fields, 'do')) {
    case 'publish':
      return publish(posted, state);
    case 'hand-over':
      return handOver(posted, state);
    case 'take-back':
      return takeBack(posted, state);
    case 'give-back':
      return giveBack(posted, state);
    case 'drop':
      return dropDraft(posted, state);
    default:
      throw new MalformedForm();
  }
}

const toDirectory = ({ fields }: Posted) => inDirectory(paths.desk.directory, fields.get('directory'));

/** What somebody typed for others to read; null where it is too long or holds what cannot be seen. */
function readText({ fields }: Posted, name: string): string | null {
  const text = fieldOf(fields, name).trim();
  return text.length > LONGEST || isDisguised(text.replaceAll('\t', ' '), true) ? null : text;
}

/** What has to be decided before anybody publishes. */
function undecided(posted: Posted, state: DraftState): Outcome | null {
  const { preview, body } = state;
  if (!preview) return refusedAt(words.undecided, posted, state, 'columns');
  const left = listLines(preview, body).doubtful.filter(({ mustSay }) => mustSay).length;
  if (left > 0) return refusedAt(importWords.lines.mustSay(left), posted, state, 'lines');
  return preview.open.length > 0 ? refusedAt(words.undecided, posted, state, 'differences') : null;
}

async function handOver(posted: Posted, state: DraftState): Promise<Outcome> {
  const problem = changeProblem(posted, state, 'publish') ?? undecided(posted, state);
  if (problem) return problem;
  const [source, note] = [readText(posted, 'source'), readText(posted, 'note')];
  if (source === null || note === null) return refused(words.tooLong);
  if (source === '') return refused(null, { source: words.sourceMissing });
  const handedOver = { by: posted.staff.username, at: new Date().toISOString(), source, note };
  const lost = await saveDraft(posted, state, { ...state.body, handedOver, seen: {}, returned: null });
  return lost ?? done(words.handedOver);
}

async function takeBack(posted: Posted, state: DraftState): Promise<Outcome> {
  if (state.draft.edition !== null) return refusedAt(words.already, posted, state, 'publish');
  const { handedOver } = state.body;
  if (!handedOver) return refusedAt(words.waiting.takenBack, posted, state, 'publish');
  if (handedOver.by !== posted.staff.username)
    return refusedAt(importWords.isHandedOver(handedOver.by), posted, state, 'publish');
  const lost = await saveDraft(posted, state, { ...state.body, handedOver: null });
  return lost ?? done(words.waiting.takenBack);
}

async function giveBack(posted: Posted, state: DraftState): Promise<Outcome> {
  const { handedOver } = state.body;
  if (state.draft.edition !== null) return refusedAt(words.already, posted, state, 'publish');
  const other = handedProblem(posted, state, 'publish');
  if (other) return other;
  if (!handedOver || handedOver.by === posted.staff.username) throw new MalformedForm();
  const reason = readText(posted, 'reason');
  if (reason === null) return refused(words.tooLong);
  if (reason === '') return refused(null, { reason: words.second.reasonMissing });
  const returned = { by: posted.staff.username, at: new Date().toISOString(), reason };
  const lost = await saveDraft(posted, state, { ...state.body, handedOver: null, returned });
  return lost ?? done(words.givenBack, { to: toDirectory(posted) });
}

async function dropDraft(posted: Posted, state: DraftState): Promise<Outcome> {
  const problem = changeProblem(posted, state, 'publish') ?? (await saveDraft(posted, state, state.body, true));
  return problem ?? done(importWords.dropped, { to: toDirectory(posted) });
}

/** Twice is once. Where two or more may decide, the second of them publishes, who has gone through both steps. */
async function publish(posted: Posted, state: DraftState): Promise<Outcome> {
  const { draft, editions, preview, file } = state;
  if (draft.edition !== null) return done(words.already, { to: toDirectory(posted) });
  const desk = await getDesk();
  const author = authorOf(posted, state, await countEditors(desk, draft.directory));
  if ('kind' in author) return author;
  const problem = undecided(posted, state);
  if (problem || !preview) return problem ?? refused(words.undecided);
  if (fieldOf(posted.fields, 'after') !== String(editions.published.edition.n)) return lookAnew(posted, state);
  const given = { name: draft.fileName, bytes: file.bytes };
  const by = { ...author, at: new Date().toISOString(), way: 'desk' as const };
  const seq = await publishEdition(desk.store, editions, preview, given, { ...by, draft });
  if (seq === null) return lookAnew(posted, await draftOf(posted));
  return done(words.published, { to: toDirectory(posted) });
}

/** Another edition is in force by now: what was looked at is not what would come of it. */
async function lookAnew(posted: Posted, state: DraftState): Promise<Outcome> {
  const lost = await saveDraft(posted, state, { ...state.body, seen: {} });
  return lost ?? refusedAt(words.changedMeanwhile, posted, state, 'differences');
}

/** By whom it is published, and who agreed; or why this person may not. */
function authorOf(posted: Posted, state: DraftState, editors: number): Outcome | { by: string; approvedBy: string } {
  const { handedOver, seen } = state.body;
  const me = posted.staff.username;
  if (!handedOver && editors < 2) return changeProblem(posted, state, 'publish') ?? { by: me, approvedBy: me };
  if (!handedOver || handedOver.by === me) return refusedAt(words.two.lead, posted, state, 'publish');
  const other = handedProblem(posted, state, 'publish');
  if (other) return other;
  const own = seen[me] ?? [];
  const isSeen = (['lines', 'differences'] as const).every((step) => own.includes(step));
  return isSeen ? { by: handedOver.by, approvedBy: me } : refused(words.second.notSeen);
}
