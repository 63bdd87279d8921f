import { POST_NUMBER } from '../wording/place-names.ts';
import { type Answer, type LookupHit, NOTHING, type Tier } from './answer.ts';
import { normaliseText } from './normalise.ts';
import { answerNumber, answerNumberBeside } from './number-answers.ts';
import { buildParts, type Parts } from './parts.ts';
import { ANYWHERE } from './places.ts';
import type { DivisionTables, LookupTables } from './tables.ts';
import { TextAnswers } from './text-answers.ts';

export type LookupEngine = {
  search(query: string, options?: { limit?: number }): Answer;
  /** Makes what rarer queries need, step by step, before they are asked; else the first of them waits for it. */
  preparations: readonly (() => void)[];
};

const LIMIT = 10;
/** A capital behind a small letter. */
const CAPITAL_INSIDE = /^[A-Za-z\s'’.-]*[a-z][A-Z][A-Za-z\s'’.-]*$/;
/** How letters alone find a name. */
const BY_LETTERS: readonly Tier[] = ['pinyin', 'pinyin-prefix', 'initials', 'mixed'];
/** Letters, spaces and what stands between words; a few letters among other signs are no name. */
const PLAIN = /^[\p{L}\p{M}\s.,'’·-]*$/u;
/** Most of a text that is searched for names. */
const LONGEST_TEXT = 40;
/** Most near misses that are offered. */
const MOST_NEAR = 3;

/**
 * The lookup of one directory: pure, the same on server and phone. `divisions` may come later or not at all.
 * @example buildLookup(tables).search('唐梨沟').results[0]?.station === 'tangligou'
 */
export function buildLookup(tables: LookupTables, divisions: DivisionTables | null = null): LookupEngine {
  const parts = buildParts(tables, divisions);
  const lookup = new Lookup(parts);
  return {
    search: (query, options) => lookup.search(query, options?.limit ?? LIMIT),
    preparations: [() => parts.divisions?.letters(), () => parts.streets(), () => parts.landmarks()],
  };
}

/** Words around a name and no name (报纸没来, 客服), or the number of the country's post: the city line is meant. */
const HELP: Answer = { ...NOTHING, note: { kind: 'help' } };

class Lookup {
  private readonly parts: Parts;
  private readonly texts: TextAnswers;

  constructor(parts: Parts) {
    this.parts = parts;
    this.texts = new TextAnswers(parts);
  }

  search(query: string, limit: number): Answer {
    const typed = normaliseText(query, this.parts.simplify);
    // A name drowns in more text than this, and a long text costs time; long digits are looked at whole.
    const text = /^[0-9 ]+$/.test(typed) ? typed : typed.slice(0, LONGEST_TEXT).trim();
    if (text === '' || (/^[a-z]{1,3}$/.test(text) && !PLAIN.test(query.normalize('NFKC')))) return NOTHING;
    const answer =
      (text === POST_NUMBER ? HELP : null) ??
      answerNumber(this.parts, text) ??
      this.withNear(this.texts.text(text, ANYWHERE, 0), text) ??
      (text.length >= 2 && this.parts.words.holdsNoName(text) ? HELP : null) ??
      answerNumberBeside(this.parts, text) ??
      this.nothing(text);
    const seen = new Set<string>();
    const results = answer.results.filter(({ station }) => !seen.has(station) && seen.add(station)).slice(0, limit);
    return this.withCapitals(query.normalize('NFKC'), { ...answer, results });
  }

  /** Capitals inside a word mark where syllables begin: MaLanZi. What they contradict (NaN, 南) is only asked about. */
  private withCapitals(query: string, answer: Answer): Answer {
    if (query.length > LONGEST_TEXT || !CAPITAL_INSIDE.test(query)) return answer;
    const letters = query.replace(/[^a-z]/gi, '');
    const fits = ({ tier, text, span }: LookupHit) =>
      !BY_LETTERS.includes(tier) || this.parts.names.letterSearch.fits(letters, text, span[0]);
    const contradicted = answer.results.filter((result) => !fits(result));
    return contradicted.length === 0
      ? answer
      : { ...answer, results: answer.results.filter(fits), nearMisses: contradicted.slice(0, MOST_NEAR) };
  }

  /** A division may be meant, or a station whose name lacks a character: that is offered below. */
  private withNear(answer: Answer | null, text: string): Answer | null {
    if (answer?.note?.kind !== 'division' && answer?.note?.kind !== 'which-street') return answer;
    const found = new Set(answer.results.map(({ station }) => station));
    return { ...answer, nearMisses: this.near(text).filter(({ station }) => !found.has(station)) };
  }

  /** Nothing fits; names that come near are offered apart. */
  private nothing(text: string): Answer {
    return { ...NOTHING, nearMisses: this.near(text) };
  }

  private near(text: string): LookupHit[] {
    const bare = this.parts.words.withoutCity(this.parts.words.withoutPhrases(text)).replace(/ /g, '');
    return this.texts.rank(this.parts.names.near(bare), ANYWHERE).slice(0, MOST_NEAR);
  }
}
