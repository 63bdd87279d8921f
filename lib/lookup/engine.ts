import { type Division, DivisionIndex, type Grade, type Served } from './divisions.ts';
import { combinations, NameIndex, Sounds } from './keys.ts';
import { ALL_LAYERS, type Layers, NAME_TIERS, type NameHit, NameSearch, type NameTier } from './names.ts';
import { normaliseText, spokenNumber, WordStripper } from './normalise.ts';
import { NumberIndex, type NumberTier } from './numbers.ts';
import type { DivisionTables, LookupTables } from './tables.ts';
import { foldLetters } from './typo.ts';
import { COST } from './verifier.ts';

export type Tier = NameTier | NumberTier | 'district' | 'division';
export type ResultField = 'name' | 'alias' | 'district' | 'division' | 'office' | 'mobile';

/** One found station. `span` is the matched part of the field's text, `differing` the places in it typed otherwise. */
export type Result = {
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
      level: Division['kind'];
      county: string | null;
      grade: Grade;
      districts: string[];
    }
  | { kind: 'which-street'; name: string; choices: { label: string; query: string }[] }
  | { kind: 'district'; district: string }
  | { kind: 'city-line' };

export type Answer = { results: Result[]; nearMisses: Result[]; note: Note | null };

export type Engine = { search(query: string, options?: { limit?: number }): Answer };

const NOTHING: Answer = { results: [], nearMisses: [], note: null };
const LIMIT = 10;
/** Letters, spaces and what stands between words; a few letters among other signs are no name. */
const PLAIN = /^[\p{L}\p{M}\s.,'’·-]*$/u;
/** Most of a text that is searched for names. */
const LONGEST_TEXT = 40;
/** Most near misses that are offered. */
const MOST_NEAR = 3;
/** Fewest digits that are looked for beside words. */
const NUMBER_BESIDE_WORDS = 7;
/** Fewest letters of a street's name in which one may be wrong. */
const SHORTEST_STREET_SLIP = 8;
/** Fewest letters of a district in front of a station's. */
const SHORTEST_DISTRICT = 4;

/**
 * The lookup of one directory: pure, the same on server and phone. `divisions` may come later or not at all.
 * @example buildLookup(tables).search('唐梨沟').results[0]?.station === 'tangligou'
 */
export function buildLookup(
  tables: LookupTables,
  divisions?: DivisionTables | null,
  layers: Layers = ALL_LAYERS,
): Engine {
  const lookup = new Lookup(tables, divisions ?? null, layers);
  return { search: (query, options) => lookup.search(query, options?.limit ?? LIMIT) };
}

type Scope = { districts: ReadonlySet<number>; division: Division | null };
const ANYWHERE: Scope = { districts: new Set(), division: null };

class Lookup {
  private readonly tables: LookupTables;
  private readonly sounds: Sounds;
  private readonly words: WordStripper;
  private readonly numbers: NumberIndex;
  private readonly names: NameSearch;
  private readonly divisionTables: DivisionTables | null;
  private readonly divisions: DivisionIndex | null;
  private readonly streets: NameSearch | null;
  private readonly districtByText = new Map<string, number>();
  /** Districts by their folded letters. */
  private readonly districtByLetters = new Map<string, number>();
  private readonly places: { text: string; scope: Scope }[] = [];
  private readonly simplify: Map<string, string>;

  constructor(tables: LookupTables, divisions: DivisionTables | null, layers: Layers) {
    this.tables = tables;
    this.divisionTables = divisions;
    this.divisions = divisions === null ? null : new DivisionIndex(divisions, tables);
    this.sounds = new Sounds({ ...tables, lookAlikes: tables.lookAlikes || (divisions?.lookAlikes ?? '') });
    this.simplify = new Map([...this.sounds.simplify, ...(this.divisions?.simplify ?? [])]);
    this.words = new WordStripper(tables.words);
    this.numbers = new NumberIndex(tables);
    this.names = new NameSearch(new NameIndex(tables, this.sounds), this.sounds, layers);
    this.streets =
      divisions === null || this.divisions === null ? null : streetSearch(tables, divisions, this.divisions);
    for (const [at, { label, aliases }] of tables.districts.entries()) {
      for (const text of [label, ...aliases]) {
        this.districtByText.set(text, at);
        for (const letters of this.lettersOf(text)) this.districtByLetters.set(letters, at);
        this.places.push({ text, scope: { districts: new Set([at]), division: null } });
      }
    }
    this.addPlacesOfDivisions();
    this.places.sort((a, b) => b.text.length - a.text.length);
  }

  search(query: string, limit: number): Answer {
    const typed = normaliseText(query, this.simplify);
    // A name drowns in more text than this, and a long text costs time; long digits are looked at whole.
    const text = /^[0-9 ]+$/.test(typed) ? typed : typed.slice(0, LONGEST_TEXT).trim();
    if (text === '' || (/^[a-z]{1,3}$/.test(text) && !PLAIN.test(query.normalize('NFKC')))) return NOTHING;
    const answer = this.number(text) ?? this.text(text, ANYWHERE, 0) ?? this.numberBeside(text) ?? this.nothing(text);
    const seen = new Set<string>();
    const results = answer.results.filter(({ station }) => !seen.has(station) && seen.add(station)).slice(0, limit);
    return { ...answer, results };
  }

  /** Only digits, perhaps in Chinese characters, perhaps with a question around them. */
  private number(text: string): Answer | null {
    const spoken = spokenNumber(text);
    if (spoken === null && !(/[0-9]{3}/.test(text) && this.words.holdsNoName(text.replace(/tel|phone|[+]/g, '')))) {
      return /^[0-9 ]+$/.test(text) ? NOTHING : null;
    }
    const digits = spoken ?? text.replace(/[^0-9]/g, '');
    const hits = this.numbers.search(digits);
    const isCityLine = this.numbers
      .forms(digits)
      .some((form) => form.length >= 7 && this.tables.cityLine?.endsWith(form));
    if (hits.length === 0 && spoken !== null && !/^[0-9 ]+$/.test(text)) return null;
    return {
      results: hits.map((hit) => this.numberResult(hit)),
      nearMisses: [],
      note: isCityLine ? { kind: 'city-line' } : null,
    };
  }

  private numberResult(hit: ReturnType<NumberIndex['search']>[number]): Result {
    const station = this.tables.stations[hit.station];
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

  private numberBeside(text: string): Answer | null {
    for (const [digits] of text.replace(/ /g, '').matchAll(/[0-9]+/g)) {
      if (digits.length < NUMBER_BESIDE_WORDS) continue;
      const hits = this.numbers.search(digits);
      if (hits.length > 0) return { ...NOTHING, results: hits.map((hit) => this.numberResult(hit)) };
    }
    return null;
  }

  /** Null where nothing fits. `depth` counts the places already taken off the front or the end. */
  private text(text: string, scope: Scope, depth: number): Answer | null {
    const forms = this.forms(text);
    const stem = this.words.withoutEnding(forms[forms.length - 1] ?? text);
    const isStem = (form: string) => form === stem && !forms.includes(form);
    const withStem = [...new Set([...forms, stem])];
    return (
      first(forms, (form) => this.sure(form, scope)) ??
      this.exactStation(stem, scope) ??
      first(forms, (form) => this.partOrCommunity(form, scope)) ??
      (depth < 3 ? first(forms, (form) => this.scoped(form, scope, depth)) : null) ??
      first(forms, (form) => this.whole(form, scope)) ??
      first(forms, (form) => this.inside(form, scope)) ??
      first(withStem, (form) => this.byLetters(form, scope, isStem(form))) ??
      first(forms, (form) => this.scopedLetters(form, scope)) ??
      first(withStem, (form) => this.bySound(form, scope, isStem(form))) ??
      first(withStem, (form) => this.byTypo(form, scope, isStem(form))) ??
      this.lastResort(stem, scope)
    );
  }

  /** The text as typed, then without phrases and city; each form once. */
  private forms(text: string): string[] {
    const bare = this.words.withoutPhrases(text);
    const local = this.words.withoutCity(bare);
    return [...new Set([text, bare, local, this.words.withoutPhrases(local)])];
  }

  private exactStation(form: string, scope: Scope): Answer | null {
    const hits = this.names.exact(form.replace(/ /g, ''));
    return this.ranked(hits, scope);
  }

  /** Station names, districts, county-level units, streets, and communities with their ending. */
  private sure(form: string, scope: Scope): Answer | null {
    const text = form.replace(/ /g, '');
    const names = this.names.exact(text);
    const district = this.districtByText.get(text);
    if (names.length > 0 || district !== undefined) {
      const results = this.rank(names, scope);
      if (district === undefined) return { ...NOTHING, results };
      return this.district(district, results);
    }
    const divisions = this.divisions?.named(text) ?? [];
    const strong = divisions.filter(({ kind, bare }) => kind !== 'community' || bare !== text);
    return strong.length > 0 ? this.division(strong, scope) : null;
  }

  private partOrCommunity(form: string, scope: Scope): Answer | null {
    const text = form.replace(/ /g, '');
    const parts = this.names.part(text);
    if (parts.length > 0) return this.ranked(parts, scope);
    const named = this.divisions?.named(text) ?? [];
    if (named.length > 0) return this.division(named, scope);
    const stemmed = this.divisions?.stemmed(text) ?? [];
    if (stemmed.length > 0) return this.division(stemmed, scope);
    const renamed = this.divisions?.renamed(text) ?? [];
    return renamed.length > 0 ? this.division(renamed, scope) : null;
  }

  /** A place in front of, or behind, something else: 甘井子 泡崖. */
  private scoped(form: string, scope: Scope, depth: number): Answer | null {
    const text = form.replace(/ /g, '');
    const inFront = this.places.filter((place) => text.startsWith(place.text));
    const behind = form.includes(' ') ? this.places.filter((place) => text.endsWith(place.text)) : [];
    for (const place of [...inFront, ...behind]) {
      const rest = inFront.includes(place) ? text.slice(place.text.length) : text.slice(0, -place.text.length);
      if (rest.length < 2) continue;
      const districts = new Set([...scope.districts, ...place.scope.districts]);
      const answer = this.text(rest, { districts, division: place.scope.division ?? scope.division }, depth + 1);
      if (answer !== null) return answer;
    }
    return null;
  }

  /** A street in a longer place name (马栏广场), or the beginning of a division's name. */
  private lastResort(stem: string, scope: Scope): Answer | null {
    const text = stem.replace(/ /g, '');
    const streets = this.divisions?.named(text).filter(({ kind }) => kind === 'street') ?? [];
    const found = streets.length > 0 ? streets : (this.divisions?.begunBy(text) ?? []);
    return found.length > 0 ? this.division(found, scope) : null;
  }

  /** A name that takes the whole text, by its sound or with one slip, where a shorter one that stands in it leaves two. */
  private whole(form: string, scope: Scope): Answer | null {
    const text = form.replace(/ /g, '');
    if (text.length < 3 || /[a-z0-9]/.test(text)) return null;
    const inside = this.names.inside(text)[0]?.length ?? 0;
    if (inside === 0 || text.length - inside < (text.length > 3 ? 2 : 1)) return null;
    const hits = this.names.sound(text).filter((hit) => hit.tier === 'sound');
    const slips = hits.length > 0 || text.length - inside < 2 ? [] : this.names.typos(text);
    const found = [...hits, ...slips.filter((hit) => hit.differing.length <= 2)];
    return this.ranked(found, scope);
  }

  /** The longest name, district or division that stands inside the text. */
  private inside(form: string, scope: Scope): Answer | null {
    const text = form.replace(/ /g, '');
    if (text.length < 3 || /^[a-z0-9]+$/.test(text)) return null;
    const names = this.names.inside(text);
    const division = this.divisionInside(text);
    const longest = names[0]?.length ?? 0;
    if (division !== null && division.length > longest) return this.division(division.found, scope);
    const district = this.places.find((place) => place.scope.division === null && text.includes(place.text));
    if (district !== undefined && district.text.length > longest)
      return this.district([...district.scope.districts][0] ?? 0, []);
    return this.ranked(names, scope);
  }

  private divisionInside(text: string): { found: readonly Division[]; length: number } | null {
    if (this.divisions === null) return null;
    for (let length = Math.min(this.divisions.longest, text.length - 1); length >= 3; length--) {
      for (let at = 0; at + length <= text.length; at++) {
        const part = text.slice(at, at + length);
        const found = this.divisions.named(part).filter(({ kind, bare }) => kind !== 'community' || bare !== part);
        if (found.length > 0) return { found, length };
      }
    }
    return null;
  }

  /** A station's whole pinyin, then a district's or division's, then what begins or abbreviates a station's. */
  private byLetters(form: string, scope: Scope, wholeOnly = false): Answer | null {
    if (!/[a-z]/.test(form)) return null;
    const letters = form.replace(/ /g, '');
    const hits = this.names.letters(letters).filter((hit) => !wholeOnly || hit.tier === 'pinyin');
    const pure = /^[a-z]+$/.test(letters);
    if (pure && !hits.some((hit) => hit.tier === 'pinyin')) {
      const district = this.districtByLetters.get(foldLetters(letters));
      if (district !== undefined) return this.district(district, []);
      const divisions = this.divisions?.spelt(letters) ?? [];
      const strong = divisions.filter(({ kind }) => kind !== 'community');
      if (strong.length > 0) return this.division(strong, scope);
      if (divisions.length > 0 && !hits.some((hit) => hit.tier === 'pinyin-prefix'))
        return this.division(divisions, scope);
    }
    return this.ranked(hits, scope);
  }

  /** A district's letters in front of a station's: ganjingzi paoya. */
  private scopedLetters(form: string, scope: Scope): Answer | null {
    const letters = form.replace(/ /g, '');
    if (!/^[a-z]+$/.test(letters)) return null;
    for (let cut = letters.length - 2; cut >= SHORTEST_DISTRICT; cut--) {
      const district = this.districtByLetters.get(foldLetters(letters.slice(0, cut)));
      if (district === undefined) continue;
      const inside = { ...scope, districts: new Set([...scope.districts, district]) };
      const answer = this.byLetters(letters.slice(cut), inside) ?? this.byTypo(letters.slice(cut), inside, true);
      if (answer !== null) return answer;
    }
    return null;
  }

  private lettersOf(text: string): string[] {
    return combinations([...text].map((char) => this.sounds.syllablesOf(char))).map((row) => foldLetters(row.join('')));
  }

  private bySound(form: string, scope: Scope, wholeOnly: boolean): Answer | null {
    const text = form.replace(/ /g, '');
    if (/^[a-z0-9]*$/.test(text)) return null;
    const hits = this.names.sound(text).filter((hit) => !wholeOnly || hit.tier === 'sound');
    if (hits.length > 0) return this.ranked(hits, scope);
    return wholeOnly
      ? null
      : this.streetsBy((streets) => streets.sound(text).filter((hit) => hit.tier === 'sound'), scope);
  }

  private byTypo(form: string, scope: Scope, wholeOnly: boolean): Answer | null {
    const hits = this.names
      .typos(form)
      .filter((hit) => !wholeOnly || hit.tier === 'pinyin-typo' || hit.cost < COST.hard);
    if (hits.length > 0) return this.ranked(hits, scope);
    if (wholeOnly || (/^[a-z ]+$/.test(form) && form.length < SHORTEST_STREET_SLIP)) return null;
    const mild = (hit: NameHit) => hit.tier === 'pinyin-typo' || hit.cost < COST.hard;
    return this.streetsBy((streets) => streets.typos(form).filter(mild), scope);
  }

  private streetsBy(search: (streets: NameSearch) => NameHit[], scope: Scope): Answer | null {
    if (this.streets === null || this.divisions === null) return null;
    const hits = search(this.streets).sort((a, b) => a.cost - b.cost);
    const texts = hits.map((hit) => this.streets?.index.keys[hit.key]?.text ?? '').filter((text) => text.length >= 3);
    return texts[0] === undefined ? null : this.division(this.divisions.named(texts[0]), scope);
  }

  private district(at: number, before: Result[]): Answer {
    const district = this.tables.districts[at];
    const label = district?.label ?? '';
    const own = this.tables.stations.filter((station) => station.district === at);
    const also = this.tables.stations.filter((station) => station.also?.includes(at));
    const namesake = own.filter(({ name }) => name === label);
    const results = [...namesake, ...own, ...also].map(
      ({ id }): Result => ({
        station: id,
        tier: 'district',
        field: 'district',
        text: label,
        span: [0, label.length],
        differing: [],
      }),
    );
    return {
      results: [...before, ...results],
      nearMisses: [],
      note: { kind: 'district', district: district?.id ?? '' },
    };
  }

  private division(found: readonly Division[], scope: Scope): Answer | null {
    const divisions = this.inScope(found, scope);
    const served = divisions.flatMap(
      (division) => this.divisions?.serving(division).map((one) => ({ ...one, division })) ?? [],
    );
    const inScope = ({ station }: Served) =>
      [this.tables.stations[station]?.district ?? -1, ...(this.tables.stations[station]?.also ?? [])].some((at) =>
        scope.districts.has(at),
      );
    const several = new Set(divisions.map(({ street, full, county }) => `${county}${street ?? full}`)).size > 1;
    const inOrder = several ? inTurn(served) : served;
    const ordered =
      scope.districts.size === 0 ? inOrder : [...inOrder.filter(inScope), ...inOrder.filter((one) => !inScope(one))];
    const results = ordered.map(({ station, grade, division }): Result => {
      const id = this.tables.stations[station]?.id ?? '';
      return {
        station: id,
        tier: 'division',
        field: 'division',
        text: division.full,
        span: [0, division.full.length],
        differing: [],
        grade,
      };
    });
    const [only] = divisions;
    if (only === undefined) return null;
    const note = several ? this.whichStreet(divisions) : this.divisionNote(only, served);
    return { ...NOTHING, results, note };
  }

  private inScope(found: readonly Division[], { districts, division }: Scope): readonly Division[] {
    const street = found.filter(
      (one) => division !== null && one.street === division.full && one.county === division.county,
    );
    if (street.length > 0) return street;
    const county = found.filter((one) => division !== null && one.county === division.county);
    if (county.length > 0) return county;
    const ids = new Set([...districts].map((at) => this.tables.districts[at]?.id));
    const near = found.filter((one) => this.divisions?.countyOf(one)?.districts.some((id) => ids.has(id)));
    if (near.length > 0 || ids.size === 0) return near.length > 0 ? near : found;
    return found.filter(({ kind }) => kind !== 'community');
  }

  private whichStreet(divisions: readonly Division[]): Note {
    const choices = divisions.map((division) => {
      const county = this.divisions?.countyOf(division)?.name ?? '';
      const label = `${county}${division.street ?? division.full}`;
      return { label, query: division.street === null ? label : `${label}${division.full}` };
    });
    return { kind: 'which-street', name: divisions[0]?.full ?? '', choices };
  }

  private divisionNote(division: Division, served: readonly Served[]): Note {
    const county = this.divisions?.countyOf(division) ?? null;
    const ids = county?.districts ?? [];
    const districts = this.tables.districts.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
    const grade = served[0]?.grade ?? 'area';
    return {
      kind: 'division',
      division: division.full,
      level: division.kind,
      county: county?.name ?? null,
      grade,
      districts,
    };
  }

  /** The names that were found as an answer, or null where there are none. */
  private ranked(hits: readonly NameHit[], scope: Scope): Answer | null {
    return hits.length > 0 ? { ...NOTHING, results: this.rank(hits, scope) } : null;
  }

  /** Surest first; a station of the district that was named comes a little sooner. */
  private rank(hits: readonly NameHit[], scope: Scope): Result[] {
    const scored = hits.map((hit) => {
      const key = this.names.index.keys[hit.key];
      const station = this.tables.stations[key?.station ?? -1];
      const inScope = [station?.district ?? -1, ...(station?.also ?? [])].some((at) => scope.districts.has(at));
      return { hit, key, station, score: NAME_TIERS.indexOf(hit.tier) * 3 + hit.cost - (inScope ? 4 : 0) };
    });
    scored.sort((a, b) => a.score - b.score || (a.key?.station ?? 0) - (b.key?.station ?? 0));
    return scored.map(({ hit, key, station }) => ({
      station: station?.id ?? '',
      tier: hit.tier,
      field: key?.alias ? 'alias' : 'name',
      text: key?.text ?? '',
      span: hit.span,
      differing: hit.differing,
    }));
  }

  /** Nothing fits; names that come near are offered apart. */
  private nothing(text: string): Answer {
    const bare = this.words.withoutCity(this.words.withoutPhrases(text)).replace(/ /g, '');
    const near = this.rank(this.names.near(bare), ANYWHERE).slice(0, MOST_NEAR);
    return { ...NOTHING, nearMisses: near };
  }

  private addPlacesOfDivisions(): void {
    for (const { names } of this.divisionTables?.areas ?? []) {
      for (const text of names) this.places.push({ text, scope: ANYWHERE });
    }
    for (const division of this.divisions?.streets() ?? []) {
      const ids = this.divisions?.countyOf(division)?.districts ?? [];
      const districts = new Set(ids.map((id) => this.tables.districts.findIndex((district) => district.id === id)));
      const names = division.kind === 'county' ? [division.bare, division.full] : [division.full];
      for (const text of names) this.places.push({ text, scope: { districts, division } });
    }
  }
}

/** The streets as if they were stations, so that the same layers find them. */
function streetSearch(tables: LookupTables, divisions: DivisionTables, index: DivisionIndex): NameSearch {
  const streets = index.streets().map(({ bare }) => ({ id: bare, name: bare, district: null, phones: [] }));
  const readings = `${tables.readings} ${divisions.readings}`;
  const all = { ...tables, stations: streets, readings };
  const sounds = new Sounds(all);
  return new NameSearch(new NameIndex(all, sounds), sounds, ALL_LAYERS);
}

/** The likely stations, then one of each division in turn, so that a name shared by several shows each of them. */
function inTurn<T extends Served & { division: Division }>(served: readonly T[]): T[] {
  const turn = new Map<Division, number>();
  const placed = served.map((one, at) => {
    const place = turn.get(one.division) ?? 0;
    turn.set(one.division, place + 1);
    return { one, at, place: one.grade === 'likely' ? -1 : place };
  });
  return placed.sort((a, b) => a.place - b.place || a.at - b.at).map(({ one }) => one);
}

function first<T>(forms: readonly string[], search: (form: string) => T | null): T | null {
  for (const form of forms) {
    const found = search(form);
    if (found !== null) return found;
  }
  return null;
}
