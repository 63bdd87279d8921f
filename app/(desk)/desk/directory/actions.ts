import { fieldOf, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { restoreEdition } from '#lib/server/editions/editions.ts';
import { directoryWords as words } from '#lib/wording/editions.ts';

/** 换回这一版: at once, and by anybody who may decide; decisions about what it prints hold again. */
export async function putBack({ fields, staff }: Posted): Promise<Outcome> {
  const { store } = await getDesk();
  const [seq, after] = [Number(fieldOf(fields, 'of')), Number(fieldOf(fields, 'after'))];
  const author = { by: staff.username, at: new Date().toISOString(), approvedBy: null, way: 'desk' as const };
  const problem = await restoreEdition(store, staff.directory, seq, { ...author, after });
  return problem === null ? done(words.isBack) : refused(words.notPutBack[problem]);
}
