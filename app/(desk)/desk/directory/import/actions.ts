import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isAreaCode } from '#lib/directory/numbering.ts';
import { paths } from '#lib/paths.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findAtDesk } from '#lib/server/directories.ts';
import { type NoticeFacts, newDraftBody } from '#lib/server/editions/draft.ts';
import { openFile } from '#lib/server/editions/editions.ts';
import { readSeq } from '#lib/server/editions/read-seq.ts';
import { openPaste } from '#lib/server/read-paste.ts';
import { FileRefusal } from '#lib/table/refusal.ts';
import { isDisguised, trimTyped } from '#lib/text/typed-text.ts';
import { importWords } from '#lib/wording/editions.ts';

const words = importWords.begin;
const LONGEST_TITLE = 100;
/** What nobody can see in the name of a file. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Takes a file or a pasted table in as a draft. Nothing is kept of one that cannot be read. */
export async function begin(posted: Posted): Promise<Outcome> {
  const { fields, staff } = posted;
  if (fields.has('again')) return readAgain(posted);
  const { store } = await getDesk();
  const published = await findAtDesk(store, staff.directory);
  if (!published) throw new Error(`there is no directory ${staff.directory}`);
  const { notice, faults } = readNotice(fields, published.directory.facts.country);
  const given = await readGiven(posted);
  const all = { ...faults, ...('faults' in given ? given.faults : {}) };
  if ('faults' in given || Object.keys(all).length > 0) return refused(words.wrong, all);
  return addDraft(posted, given, notice);
}

async function addDraft(
  { fields, staff }: Posted,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string | null },
  notice: NoticeFacts,
): Promise<Outcome> {
  const { store } = await getDesk();
  const id = randomUUID();
  const draft = { id, directory: staff.directory, by: staff.username, at: new Date().toISOString() };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await store.editionDrafts.add({ ...draft, fileName, sha256, body: newDraftBody(notice) }, bytes);
  return done(null, { to: inDirectory(paths.desk.importStep(id, 'columns'), fields.get('directory')) });
}

/** 重新读一遍: the same bytes as a draft, read as they are read now. What is in force is not touched. */
async function readAgain(posted: Posted): Promise<Outcome> {
  const { store } = await getDesk();
  const { directory } = posted.staff;
  const seq = readSeq(fieldOf(posted.fields, 'again'));
  if (seq === null) throw new MalformedForm();
  const [head, file] = await Promise.all([store.editions.head(directory, seq), store.editions.file(directory, seq)]);
  if (!head || !file) throw new MalformedForm();
  const { title, effectiveFrom: from, areaCode } = head.facts;
  return addDraft(posted, { bytes: file.bytes, fileName: file.name }, { title, from, areaCode });
}

function readNotice(fields: URLSearchParams, country: string): { notice: NoticeFacts; faults: Outcome['faults'] } {
  const [title = '', from = '', areaCode = ''] = ['title', 'from', 'areaCode'].map((name) =>
    trimTyped(fieldOf(fields, name)),
  );
  const faults: Outcome['faults'] = {};
  if (title === '' || isDisguised(title, false)) faults.title = words.titleMissing;
  if ([...title].length > LONGEST_TITLE) faults.title = words.titleTooLong;
  const day = dayOf(from);
  if (day === null) faults.from = words.fromWrong;
  if (!isAreaCode(areaCode, country)) faults.areaCode = words.areaCodeWrong(areaCode);
  return { notice: { title, from: day ?? '', areaCode }, faults };
}

/** A day as people write it: 2026-12-1, 2026/12/01, 2026年12月1日. Null where it is none. */
function dayOf(typed: string): string | null {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(typed.normalize('NFKC')) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(date).success ? date : null;
}

type Given = { bytes: Uint8Array; fileName: string | null } | { faults: Outcome['faults'] };

/** The file, or else what was pasted; both together are a question, and nothing is guessed. */
async function readGiven({ fields, file }: Posted): Promise<Given> {
  const paste = { html: fieldOf(fields, 'html'), text: fieldOf(fields, 'text') };
  const isPasted = `${paste.html}${paste.text}`.trim() !== '';
  if (file && isPasted) return { faults: { file: words.both } };
  if (!file && !isPasted) return { faults: { file: words.nothing } };
  try {
    if (!file) return { bytes: (await openPaste(paste)).bytes, fileName: null };
    const fileName = [...file.name.replace(UNSEEN, '')].slice(-100).join('');
    await openFile(file.bytes, fileName);
    return { bytes: file.bytes, fileName };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { faults: { [file ? 'file' : 'text']: words.refused(error.message, error.remedy) } };
  }
}
