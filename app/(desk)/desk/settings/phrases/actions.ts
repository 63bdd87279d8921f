import { PHRASE_GROUPS, type PhraseFault, type PhraseGroup, type Phrases } from '#lib/reports/phrase-groups.ts';
import { readPhrases } from '#lib/reports/phrases.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { conflict, done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { safeBack } from '#lib/server/desk/safe-back.ts';
import { getDesk } from '#lib/server/desk.ts';
import { phrasesOfMark, writeCityPhrases } from '#lib/server/reports/phrases.ts';
import { phraseWords as words } from '#lib/wording/phrases.ts';

/** Keeps the sentences of a city, all or none. */
export async function setPhrases({ fields, staff }: Posted): Promise<Outcome> {
  const phrases: Partial<Record<PhraseGroup, string[]>> = {};
  const faults: Partial<Record<PhraseGroup, PhraseFault>> = {};
  for (const group of PHRASE_GROUPS) {
    const read = readPhrases(fieldOf(fields, group));
    if ('fault' in read) faults[group] = read.fault;
    else if (read.phrases.length > 0) phrases[group] = read.phrases;
  }
  const wrong = Object.entries(faults).map(([group, fault]) => [group, words.faults[fault]]);
  if (wrong.length > 0) return refused(words.wrong, Object.fromEntries(wrong));
  const seen = phrasesOfMark(fieldOf(fields, 'seen'));
  if (seen === null) throw new MalformedForm();
  const { store } = await getDesk();
  const { met, changed } = await writeCityPhrases(store, staff, phrases satisfies Phrases, seen);
  if (met.size === 0) return done(words.saved);
  // What was not changed here is shown as it stands by now, so that pressing again takes nothing back.
  for (const group of PHRASE_GROUPS) if (!changed.includes(group)) fields.delete(group);
  const said = [...met].map(([group, now]) => [group, words.now(now)]);
  return conflict(words.conflict, { to: safeBack(fields.get('back')), faults: Object.fromEntries(said) });
}
