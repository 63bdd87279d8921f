import { MONTH_PATTERN } from '#lib/reports/board/months.ts';
import { dayOf } from '#lib/reports/days.ts';
import { countUp } from '#lib/server/board/count-up.ts';
import { publishEachMonth, publishMonth, withdrawFigures } from '#lib/server/board/public-figures.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { openReportOffice } from '#lib/server/reports/office.ts';
import { publishWords as words } from '#lib/wording/board.ts';

/** What is counted at most before figures are shown to everybody. */
const MOST_COUNTED = 2000;

/** Shows readers the rates of a month, of each month by itself, or of none any more. */
export async function publishBoard({ fields, staff }: Posted): Promise<Outcome> {
  const office = await openReportOffice(staff.directory);
  if (!office) throw new MalformedForm('there is no such directory');
  const { store, directory, now } = office;
  const publishing = { store, directory: directory.id, by: staff.username, now };
  const wanted = fieldOf(fields, 'do');
  if (wanted === 'withdraw') {
    await withdrawFigures(publishing);
    return done(words.withdrawn);
  }
  if (!(await countUp(office, MOST_COUNTED))) return refused(words.behind);
  if (wanted === 'auto') {
    await publishEachMonth(publishing);
    return done(words.doneAuto);
  }
  const month = fieldOf(fields, 'month');
  if (wanted !== 'month' || !MONTH_PATTERN.test(month) || month > dayOf(now).slice(0, 7))
    throw new MalformedForm('no month that may be published');
  await publishMonth(publishing, month);
  return done(words.done(month));
}
