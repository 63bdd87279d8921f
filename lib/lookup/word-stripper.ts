import type { LookupWords } from './tables.ts';

/** A query without the words around the name; the rules of `LookupWords`. */
export class WordStripper {
  private readonly phrases: RegExp;
  private readonly edges: RegExp;
  private readonly city: RegExp;
  private readonly ending: RegExp;

  constructor(words: LookupWords) {
    this.phrases = alternatives(words.phrases.map(asSpoken), '', '', 'g');
    this.edges = new RegExp(words.edges === '' ? '(?!)' : `^[${words.edges}]+|[${words.edges}]+$`, 'g');
    this.city = alternatives(words.city, '^', '');
    this.ending = alternatives(words.endings, '', '$');
  }

  /** Without phrases and edge characters, as long as two characters stay. */
  withoutPhrases(text: string): string {
    const bare = text
      .replace(this.phrases, ' ')
      .replace(/^ +| +$/g, '')
      .replace(/ +/g, ' ');
    const core = bare.replace(this.edges, '').trim();
    return core.length >= 2 ? core : bare.length >= 2 ? bare : text;
  }

  /** Without the city's or province's name in front, as long as two characters stay. */
  withoutCity(text: string): string {
    let rest = text;
    for (let round = 0; round < 2; round++) {
      const next = rest.replace(this.city, '').trim();
      if (next.length >= 2) rest = next;
    }
    return rest;
  }

  /** Only the city's or province's name, which is no stem of a place that begins with it. */
  isCity(text: string): boolean {
    return text.replace(this.city, '') === '';
  }

  /** Without one ending of a place in letters, as long as two letters stay. */
  withoutEnding(text: string): string {
    const rest = text.replace(this.ending, '');
    return rest.length >= 2 ? rest : text;
  }

  /** Only phrases, edge characters and digits: a question around a number. */
  holdsNoName(text: string): boolean {
    return (
      text
        .replace(this.phrases, ' ')
        .replace(/[0-9 ]+/g, '')
        .replace(this.edges, '') === ''
    );
  }
}

/** A word in letters as it is also said and typed: faxingzan for faxingzhan. */
const asSpoken = (word: string): string => word.replace(/([zcs])h/g, '$1h?').replace(/([a-z])ng/g, '$1ng?');

function alternatives(words: readonly string[], before: string, after: string, flags = ''): RegExp {
  if (words.length === 0) return /(?!)/;
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(`${before}(?:${longestFirst.join('|')})${after}`, flags);
}
