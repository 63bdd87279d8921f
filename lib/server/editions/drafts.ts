import { dayOf } from '../../reports/days.ts';
import type { EditionDraft } from '../../store/edition-drafts.ts';
import type { Store } from '../../store/store.ts';
import { FileRefusal } from '../../table/refusal.ts';
import { pasteWords } from '../../wording/normaliser.ts';
import { keepNewest } from '../keep-newest.ts';
import type { Staff } from '../session.ts';
import { getStore } from '../store.ts';
import { type DraftBody, draftBodySchema } from './draft.ts';
import { type DirectoryEditions, findEditions, openFile, previewOf } from './editions.ts';
import type { GivenFile, Preview } from './preview.ts';

/** A draft with all that its pages show. */
export interface DraftState {
  draft: EditionDraft;
  body: DraftBody;
  editions: DirectoryEditions;
  file: GivenFile;
  /** Null where its table is not understood as it is said to be; `refusal` says why. */
  preview: Preview | null;
  refusal: FileRefusal | null;
}

/** A draft in a list: who changed it last and when, and what was said of it. */
export type ListedDraft = Pick<EditionDraft, 'id' | 'by' | 'changedBy' | 'changedAt'> & { body: DraftBody };

/** The drafts of a directory that are neither published nor dropped, the newest first. */
export async function listDrafts(store: Store, directory: string): Promise<ListedDraft[]> {
  const drafts = await store.editionDrafts.list(directory);
  return drafts.map((draft) => ({ ...draft, body: draftBodySchema.parse(draft.body) }));
}

/** How many drafts were handed over by others and wait for somebody; null where none does. */
export async function countDraftsFor({
  directory,
  username,
}: Pick<Staff, 'directory' | 'username'>): Promise<number | null> {
  const drafts = await listDrafts(await getStore(), directory);
  return drafts.filter(({ body }) => body.handedOver !== null && body.handedOver.by !== username).length || null;
}

/** Files and previews of the last drafts that were looked at: a step asks for the same again and again. */
const MOST_KEPT = 3;
const files = new Map<string, GivenFile>();
const previews = new Map<string, Preview | FileRefusal>();

/** Null where a directory has no such draft; one that was published is found. */
export async function findDraft(store: Store, directory: string, id: string, now: Date): Promise<DraftState | null> {
  const draft = await store.editionDrafts.find(directory, id);
  const editions = draft && (await findEditions(store, directory));
  if (!draft || !editions) return null;
  const body = draftBodySchema.parse(draft.body);
  const file = keepNewest(files, id, files.get(id) ?? (await openDraft(store, draft)), MOST_KEPT);
  const preview = previewDraft(draft, body, editions, file, now);
  return preview instanceof FileRefusal
    ? { draft, body, editions, file, preview: null, refusal: preview }
    : { draft, body, editions, file, preview, refusal: null };
}

async function openDraft(store: Store, { directory, id, fileName }: EditionDraft): Promise<GivenFile> {
  const bytes = await store.editionDrafts.bytes(directory, id);
  if (bytes === null) throw new Error(`The draft ${id} of ${directory} has lost its file.`);
  return openFile(bytes, fileName ?? pasteWords.name);
}

function previewDraft(
  { id, version }: EditionDraft,
  { title, from, areaCode, sheets, lines, answers, gone }: DraftBody,
  editions: DirectoryEditions,
  file: GivenFile,
  now: Date,
): Preview | FileRefusal {
  const { directory } = editions.published;
  const key = [id, version, directory.version, editions.heads.length, dayOf(now.toISOString())].join(' ');
  const known = previews.get(key);
  if (known) return keepNewest(previews, key, known, MOST_KEPT);
  const said = {
    notice: { title, from, areaCode },
    choice: { sheets, lines },
    answers: new Map(Object.entries(answers)),
    kept: new Set(Object.entries(gone).flatMap(([station, what]) => (what === 'keep' ? [station] : []))),
  };
  try {
    return keepNewest(previews, key, previewOf(editions, file, said, now), MOST_KEPT);
  } catch (error) {
    if (error instanceof FileRefusal) return keepNewest(previews, key, error, MOST_KEPT);
    throw error;
  }
}
