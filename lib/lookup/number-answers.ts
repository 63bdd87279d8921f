import { type Answer, NOTHING, type Result } from './answer.ts';
import { spokenNumber } from './normalise.ts';
import type { NumberHit } from './numbers.ts';
import type { Parts } from './parts.ts';

/** Fewest digits that are looked for beside words. */
const NUMBER_BESIDE_WORDS = 7;

/** Answers typed, pasted and dictated numbers. */
export class NumberAnswers {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Only digits, perhaps in Chinese characters, perhaps with a question around them. */
  only(text: string): Answer | null {
    const spoken = spokenNumber(text);
    if (
      spoken === null &&
      !(/[0-9]{3}/.test(text) && this.parts.words.holdsNoName(text.replace(/tel|phone|[+]/g, '')))
    ) {
      return /^[0-9 ]+$/.test(text) ? NOTHING : null;
    }
    const digits = spoken ?? text.replace(/[^0-9]/g, '');
    const hits = this.parts.numbers.search(digits);
    const isCityLine = this.parts.numbers
      .forms(digits)
      .some((form) => form.length >= 7 && this.parts.tables.cityLine?.endsWith(form));
    if (hits.length === 0 && spoken !== null && !/^[0-9 ]+$/.test(text)) return null;
    return {
      results: hits.map((hit) => this.result(hit)),
      nearMisses: [],
      note: isCityLine ? { kind: 'city-line' } : null,
    };
  }

  private result(hit: NumberHit): Result {
    const station = this.parts.tables.stations[hit.station];
    const phone = station?.phones[hit.phone];
    return {
      station: station?.id ?? '',
      tier: hit.tier,
      field: phone?.role ?? 'office',
      text: phone?.digits ?? '',
      span: hit.span,
      differing: [],
    };
  }

  /** A number that stands among words. */
  beside(text: string): Answer | null {
    for (const [digits] of text.replace(/ /g, '').matchAll(/[0-9]+/g)) {
      if (digits.length < NUMBER_BESIDE_WORDS) continue;
      const hits = this.parts.numbers.search(digits);
      if (hits.length > 0) return { ...NOTHING, results: hits.map((hit) => this.result(hit)) };
    }
    return null;
  }
}
