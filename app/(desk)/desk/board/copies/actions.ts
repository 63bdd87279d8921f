import { dayOf } from '#lib/reports/days.ts';
import { copiesField, isCopiesMonth, saveCopies } from '#lib/server/board/save-copies.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { conflict, done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { safeBack } from '#lib/server/desk/safe-back.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findDirectory } from '#lib/server/directories.ts';
import { copiesWords as words } from '#lib/wording/board.ts';

/** Enters how many copies stations deliver on a day, from a month on. */
export async function setCopies({ fields, staff }: Posted): Promise<Outcome> {
  const { store } = await getDesk();
  const directory = await findDirectory(staff.directory);
  const at = new Date().toISOString();
  const [month, seen] = [fieldOf(fields, 'month'), fieldOf(fields, 'seen')];
  if (!directory || !isCopiesMonth(month, dayOf(at)) || !/^\d{1,9}$/.test(seen))
    throw new MalformedForm('no month, or no last row');
  const typed = new Map(
    directory.stations.flatMap(({ id }) => {
      const text = fields.get(copiesField(id));
      return text === null ? [] : [[id, text] as const];
    }),
  );
  const author = { by: staff.username, at };
  const saved = await saveCopies({ store, directory }, { month, seen: Number(seen), typed }, author);
  switch (saved.kind) {
    case 'saved':
      return done(words.saved(saved.stations, month));
    case 'same':
      return done(words.same);
    case 'conflict':
      // What was not changed here is shown as it stands by now, so that pressing again takes nothing back.
      for (const { id } of directory.stations) if (!saved.changed.includes(id)) fields.delete(copiesField(id));
      return conflict(words.conflict, { to: safeBack(fields.get('back')) });
    case 'refused':
      return refused(words.wrong, Object.fromEntries(saved.stations.map((id) => [copiesField(id), words.fault])));
  }
}
