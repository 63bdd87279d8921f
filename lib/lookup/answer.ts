import type { Grade, SearchedDivision } from './divisions.ts';
import type { NameTier } from './name-hits.ts';
import type { NumberTier } from './numbers.ts';

export type Tier = NameTier | NumberTier | 'district' | 'division';
export type ResultField = 'name' | 'alias' | 'district' | 'division' | 'office' | 'mobile';

/** One found station. `span` is the matched part of the field's text, `differing` the places in it typed otherwise. */
export type LookupHit = {
  station: string;
  tier: Tier;
  field: ResultField;
  /** The text that was matched: a name, an alias, or a number's digits. */
  text: string;
  span: [number, number];
  differing: number[];
  /** Only where a division led here: how surely. */
  grade?: Grade;
};

/** What a page has to say beside the list. */
export type Note =
  | {
      kind: 'division';
      division: string;
      /** The division or its street: whose name a `likely` or `possible` station has. */
      namesake: string;
      level: SearchedDivision['kind'];
      county: string | null;
      grade: Grade;
      districts: string[];
    }
  | { kind: 'which-street'; name: string; choices: { label: string; query: string }[] }
  | { kind: 'district'; district: string }
  | { kind: 'city-line' }
  /** No place was asked for, but somebody to call: 客服, 报纸没来. */
  | { kind: 'help' };

export type Answer = { results: LookupHit[]; nearMisses: LookupHit[]; note: Note | null };

/** Neither found nor near. */
export const NOTHING: Answer = { results: [], nearMisses: [], note: null };
