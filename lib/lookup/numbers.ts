import { numbersOf } from './numbers-of.ts';
import { Postings } from './postings.ts';
import { commonStart, slipOf } from './slip.ts';
import type { LookupTables } from './tables.ts';

/** A number that fits what was typed: `phone` is its place in `numbersOf` the station. `rank` orders the kinds of fit, lower is surer. */
export type NumberHit = { station: number; phone: number; tier: NumberTier; span: [number, number]; rank: number };
export type NumberTier = 'number' | 'last-four' | 'number-part' | 'number-typo';

/** Fewest digits that are looked for inside a number, and as its beginning or end. */
const SHORTEST_PART = 4;
const SHORTEST_END = 3;
/** Fewest digits among which one may be wrong. */
const SHORTEST_TYPO = 7;
/** From here on several numbers may have been pasted at once. */
const SHORTEST_PASTE = 15;
/** How many digits as printed a slip concerns. */
const SLIPPED = { extra: 0, wrong: 1, lost: 1, transposed: 2 } as const;

type KnownNumber = { station: number; phone: number; digits: string };

/** All numbers of a directory; each list of four neighbouring digits leads to the numbers that hold it. */
export class NumberIndex {
  private readonly entries: KnownNumber[] = [];
  private readonly byFour = new Postings();
  private readonly areaCode: string;
  private readonly countryCode: RegExp;

  constructor(tables: LookupTables) {
    this.areaCode = tables.areaCode;
    this.countryCode = new RegExp(`^(?:00|0)?${tables.callingCode}(?=\\d{8,})`);
    for (const [station, row] of tables.stations.entries()) {
      for (const [phone, { digits }] of numbersOf(row).entries()) {
        const at = this.entries.push({ station, phone, digits }) - 1;
        for (let from = 0; from + SHORTEST_PART <= digits.length; from++)
          this.byFour.add(digits.slice(from, from + 4), at);
      }
    }
  }

  /** Every number that holds the typed digits, or is one slip away from them; surest first. */
  search(typed: string): NumberHit[] {
    for (const digits of this.forms(typed)) {
      const hits = this.parts(digits);
      if (hits.length > 0) {
        const exact = hits.filter((hit) => hit.tier === 'number');
        return exact.length > 0 ? exact : [...hits, ...this.slips(digits, new Set(hits.map((hit) => hit.station)))];
      }
    }
    if (typed.length >= SHORTEST_PASTE) return this.pasted(typed);
    for (const digits of this.forms(typed)) {
      const hits = this.slips(digits, new Set());
      if (hits.length > 0) return hits;
    }
    return [];
  }

  /** The digits as typed, then without country code, then without area code, then without a leading zero. */
  forms(typed: string): string[] {
    const forms = [typed];
    const local = typed.replace(this.countryCode, '');
    forms.push(local);
    const area = this.areaCode;
    const bareArea = area.replace(/^0/, '');
    if (local.startsWith(area)) forms.push(local.slice(area.length));
    else if (local.startsWith(bareArea) && local.length >= bareArea.length + 7)
      forms.push(local.slice(bareArea.length));
    if (/^0\d{9}/.test(local)) forms.push(local.slice(1));
    return [...new Set(forms)].filter((digits) => digits.length >= SHORTEST_END);
  }

  private parts(digits: string): NumberHit[] {
    const hits: NumberHit[] = [];
    const candidates = digits.length >= SHORTEST_PART ? this.holding(digits) : this.entries.keys();
    for (const at of candidates) {
      const entry = this.entries[at] as KnownNumber;
      const from =
        digits.length < SHORTEST_PART && !entry.digits.startsWith(digits)
          ? entry.digits.endsWith(digits)
            ? entry.digits.length - digits.length
            : -1
          : digits.length === SHORTEST_PART && entry.digits.endsWith(digits)
            ? entry.digits.length - digits.length
            : entry.digits.indexOf(digits);
      if (from >= 0) hits.push(this.partHit(entry, digits, from));
    }
    return hits.sort((a, b) => a.rank - b.rank || a.station - b.station || a.phone - b.phone);
  }

  /** The shortest list among those of the four digits that stand in the typed ones: all that may hold them. */
  private holding(digits: string): readonly number[] {
    const fours = Array.from({ length: digits.length - SHORTEST_PART + 1 }, (_, from) => digits.slice(from, from + 4));
    return this.byFour.rarest(fours);
  }

  private partHit(entry: KnownNumber, digits: string, from: number): NumberHit {
    const to = from + digits.length;
    const span: [number, number] = [from, to];
    const atEnd = to === entry.digits.length;
    const base = { station: entry.station, phone: entry.phone, span };
    if (from === 0 && atEnd) return { ...base, tier: 'number', rank: 0 };
    if (atEnd && digits.length === SHORTEST_PART) return { ...base, tier: 'last-four', rank: 1 };
    return { ...base, tier: 'number-part', rank: from === 0 ? 2 : atEnd ? 3 : 4 };
  }

  private slips(digits: string, seen: Set<number>): NumberHit[] {
    if (digits.length < SHORTEST_TYPO) return [];
    const hits: NumberHit[] = [];
    for (const { station, phone, digits: printed } of this.entries) {
      if (seen.has(station) || printed.length < SHORTEST_TYPO) continue;
      const slip = slipOf(digits, printed);
      if (slip === null) continue;
      const at = commonStart(digits, printed);
      const span: [number, number] = [at, Math.min(printed.length, at + SLIPPED[slip])];
      hits.push({ station, phone, tier: 'number-typo', span, rank: 5 });
    }
    return hits.sort((a, b) => a.station - b.station);
  }

  private pasted(typed: string): NumberHit[] {
    const hits: NumberHit[] = [];
    for (const { station, phone, digits } of this.entries) {
      if (digits.length >= SHORTEST_TYPO && typed.includes(digits)) {
        hits.push({ station, phone, tier: 'number', span: [0, digits.length], rank: typed.indexOf(digits) });
      }
    }
    return hits.sort((a, b) => a.rank - b.rank || a.station - b.station);
  }
}
