import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { restoreEdition } from '#lib/server/editions/editions.ts';
import { readSeq } from '#lib/server/editions/read-seq.ts';
import { directoryWords as words } from '#lib/wording/editions.ts';

/** 换回这一版: at once, and by anybody who may decide; decisions about what it prints hold again. */
export async function putBack({ fields, staff }: Posted): Promise<Outcome> {
  const { store } = await getDesk();
  const [seq, after] = [readSeq(fieldOf(fields, 'of')), readSeq(fieldOf(fields, 'after'))];
  if (seq === null || after === null) throw new MalformedForm();
  const author = { by: staff.username, at: new Date().toISOString(), approvedBy: null, way: 'desk' as const };
  const problem = await restoreEdition(store, staff.directory, seq, { ...author, after });
  return problem === null ? done(words.isBack) : refused(words.notPutBack[problem]);
}
