import { z } from 'zod';
import { CALL_OUTCOMES, type CallOutcome, speaksAgainst } from '#lib/directory/call-outcome.ts';
import { isAbout } from '#lib/directory/calling.ts';
import type { Decision } from '#lib/directory/decision.ts';
import { dayOf } from '#lib/reports/days.ts';
import { deskCalls, saveCall, undoCall as takeBack } from '#lib/server/calling.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { conflict, done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { safeBack } from '#lib/server/desk/safe-back.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findDeskDirectory } from '#lib/server/review.ts';
import { idSchema } from '#lib/text/ids.ts';
import { callingWords as words } from '#lib/wording/calling.ts';
import { answerProblemText, doneText, problemText, shortTime } from '#lib/wording/desk.ts';
import { withQuery } from '../flags/query.ts';
import { kindWord } from '../flags/words.ts';

const seenSchema = z.record(idSchema, z.int().min(0));

/** What stations had decided about them when the page was made. */
function readSeen(text: string): Record<string, number> {
  try {
    return seenSchema.parse(JSON.parse(text));
  } catch {
    throw new MalformedForm();
  }
}

/** The button that was pressed; one that is pressed by Enter in a field stands for the one before. */
const readOutcome = (fields: URLSearchParams): CallOutcome | undefined =>
  CALL_OUTCOMES.find((one) => one === (fieldOf(fields, 'outcome') || fieldOf(fields, 'chosen')));

/** The list where the form stood, at a number. @param stays shows it whether or not it is to be called */
function addressAt(fields: URLSearchParams, phone: string, stays = false): string {
  const [path, query] = safeBack(fields.get('back')).split('?');
  return withQuery(Object.fromEntries(new URLSearchParams(query)), { at: phone, stay: stays ? '1' : null }, path);
}

/** Whether the page stays at its number until that has its outcome. */
const isStaying = (fields: URLSearchParams) =>
  new URL(safeBack(fields.get('back')), 'http://desk').searchParams.has('stay');

/** Saves what came of one call. The page then goes on by itself. */
export async function call({ fields, staff }: Posted): Promise<Outcome> {
  const { directory } = staff;
  const phone = fieldOf(fields, 'of');
  const seen = readSeen(fieldOf(fields, 'seen'));
  const outcome = readOutcome(fields);
  const text = fieldOf(fields, 'reason').trim();
  if (!outcome) return refused(words.press);
  if (speaksAgainst(outcome) && text === '') return refused(words.missing(outcome), { reason: words.sentence });
  const said = { phone, outcome, reason: words.reason(outcome, text) };
  const result = await saveCall(await getDesk(), { directory, staff, seen, now: new Date() }, said);
  if (result === null) throw new MalformedForm(`there is no directory ${directory}`);
  const number = await numberOf(directory, phone);
  if (result.ok) {
    const to = isStaying(fields) ? addressAt(fields, phone) : null;
    return done(words.done(number, outcome, result.rows[0]?.action === 'propose'), { to });
  }
  if (result.reason === 'conflict') return quicker(fields, number, result.newer, text);
  const [problem] = result.problems;
  const isGone = problem === undefined || problem.field === 'action';
  return isGone
    ? wentOn(fields, words.gone(number, text), text)
    : refused(problemText(problem), { reason: problemText(problem) });
}

/** A number in a sentence, with all of its stations; with its own where it cannot be called any more, or is not there. */
async function numberOf(directory: string, id: string): Promise<string> {
  const state = await findDeskDirectory(await getDesk(), directory);
  const phone = state?.directory.phones.find((one) => one.id === id);
  if (!state || !phone) return words.thisNumber;
  const places = deskCalls(state, dayOf(new Date().toISOString())).find((one) => isAbout(one, id))?.places;
  const own = state.directory.stations.filter((one) => one.id === phone.station);
  const stations = places?.map(({ station }) => station) ?? own;
  return words.number(
    stations.map(({ name }) => name.value),
    kindWord(phone),
  );
}

/** A colleague settled it in between. */
function quicker(fields: URLSearchParams, number: string, newer: readonly Decision[], text: string): Outcome {
  const last = newer.at(-1);
  if (!last) throw new Error('a conflict with nothing');
  return wentOn(fields, words.quicker(number, last.by, shortTime(last.at), doneText(last), text), text);
}

/** It is said, and the list goes on; what was typed keeps the page at its number. */
function wentOn(fields: URLSearchParams, message: string, text: string): Outcome {
  return conflict(message, { to: addressAt(fields, fieldOf(fields, 'of'), text !== '') });
}

/** Takes back what one call made, and shows its number again. */
export async function undoCall({ fields, staff }: Posted): Promise<Outcome> {
  const { directory } = staff;
  const result = await takeBack(await getDesk(), { directory, staff, now: new Date() }, fieldOf(fields, 'of'));
  const phone = result?.ok ? result.rows[0]?.phone : null;
  if (phone) return done(words.undone(await numberOf(directory, phone)), { to: addressAt(fields, phone) });
  const [problem = 'unknown'] =
    result?.ok === false && result.reason === 'problems' ? result.problems : (['later'] as const);
  return refused(answerProblemText[problem]);
}
