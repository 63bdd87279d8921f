import { type Answer, type LookupHit, NOTHING } from './answer.ts';
import { AreaAnswers } from './area-answers.ts';
import type { SearchedDivision } from './divisions.ts';
import { NAME_TIERS, type NameHit } from './name-hits.ts';
import type { Parts } from './parts.ts';
import { isInScope, type Scope } from './places.ts';
import { COST } from './verifier.ts';

/** Fewest letters of a street's name in which one may be wrong. */
const SHORTEST_STREET_SLIP = 8;
/** Fewest letters of a district in front of a station's. */
const SHORTEST_DISTRICT = 4;

/** Answers names of stations, districts and divisions: from the surest way to read the text to the boldest. */
export class TextAnswers {
  private readonly parts: Parts;
  private readonly areas: AreaAnswers;

  constructor(parts: Parts) {
    this.parts = parts;
    this.areas = new AreaAnswers(parts);
  }

  /** Null where nothing fits. `depth` counts the places already taken off the front or the end. */
  text(text: string, scope: Scope, depth: number): Answer | null {
    const forms = this.forms(text);
    const stem = this.parts.words.withoutEnding(forms[forms.length - 1] ?? text);
    const isStem = (form: string) => form === stem && !forms.includes(form);
    const withStem = [...new Set([...forms, stem])];
    return (
      first(forms, (form) => this.sure(form, scope)) ??
      this.ranked(this.parts.names.exact(stem.replace(/ /g, '')), scope) ??
      first(forms, (form) => this.partOrCommunity(form, scope)) ??
      (depth < 3 ? first([...forms].reverse(), (form) => this.scoped(form, scope, depth)) : null) ??
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
    const bare = this.parts.words.withoutPhrases(text);
    const local = this.parts.words.withoutCity(bare);
    return [...new Set([text, bare, local, this.parts.words.withoutPhrases(local)])];
  }

  /** Station names, districts, county-level units, streets, and communities with their ending. */
  private sure(form: string, scope: Scope): Answer | null {
    const text = form.replace(/ /g, '');
    const names = this.parts.names.exact(text);
    const district = this.parts.places.named(text);
    if (names.length > 0 || district !== undefined) {
      const results = this.rank(names, scope);
      if (district === undefined) return { ...NOTHING, results };
      return this.areas.district(district, results);
    }
    return this.orDivision(this.strong(text), scope);
  }

  private partOrCommunity(form: string, scope: Scope): Answer | null {
    const text = form.replace(/ /g, '');
    const parts = this.parts.names.part(text);
    if (parts.length > 0) return this.ranked(parts, scope);
    const named = this.parts.divisions?.named(text) ?? [];
    if (named.length > 0) return this.areas.division(named, scope);
    const stemmed = this.parts.words.isCity(text) ? [] : (this.parts.divisions?.stemmed(text) ?? []);
    if (stemmed.length > 0) return this.areas.division(stemmed, scope);
    return this.orDivision(this.parts.divisions?.renamed(text) ?? [], scope);
  }

  /** Divisions of the name; communities only where their ending was typed too. */
  private strong(text: string): readonly SearchedDivision[] {
    const named = this.parts.divisions?.named(text) ?? [];
    return named.filter(({ kind, bare }) => kind !== 'community' || bare !== text);
  }

  private orDivision(found: readonly SearchedDivision[], scope: Scope): Answer | null {
    return found.length > 0 ? this.areas.division(found, scope) : null;
  }

  /** A place in front of, or behind, something else: 甘井子 泡崖. */
  private scoped(form: string, scope: Scope, depth: number): Answer | null {
    const text = form.replace(/ /g, '');
    const inFront = this.parts.places.all.filter((place) => text.startsWith(place.text));
    const behind = form.includes(' ') ? this.parts.places.all.filter((place) => text.endsWith(place.text)) : [];
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
    const streets = this.parts.divisions?.named(text).filter(({ kind }) => kind === 'street') ?? [];
    const found = streets.length > 0 ? streets : (this.parts.divisions?.begunBy(text) ?? []);
    return this.orDivision(found, scope);
  }

  /** A name that takes the whole text, by its sound or with one slip, where a shorter one that stands in it leaves two. */
  private whole(form: string, scope: Scope): Answer | null {
    const text = form.replace(/ /g, '');
    if (text.length < 3 || /[a-z0-9]/.test(text)) return null;
    const inside = this.parts.names.inside(text)[0]?.length ?? 0;
    if (inside === 0 || text.length - inside < (text.length > 3 ? 2 : 1)) return null;
    const hits = this.parts.names.sound(text).filter((hit) => hit.tier === 'sound');
    const slips = hits.length > 0 || text.length - inside < 2 ? [] : this.parts.names.typos(text);
    const found = [...hits, ...slips.filter((hit) => hit.differing.length <= 2)];
    return this.ranked(found, scope);
  }

  /** The longest name, district or division that stands inside the text. */
  private inside(form: string, scope: Scope): Answer | null {
    const text = form.replace(/ /g, '');
    if (text.length < 3 || /^[a-z0-9]+$/.test(text)) return null;
    const names = this.parts.names.inside(text);
    const division = this.divisionInside(text);
    const longest = names[0]?.length ?? 0;
    if (division !== null && division.length > longest) return this.areas.division(division.found, scope);
    const district = this.parts.places.all.find((place) => place.scope.division === null && text.includes(place.text));
    if (district !== undefined && district.text.length > longest)
      return this.areas.district([...district.scope.districts][0] ?? 0, []);
    return this.ranked(names, scope);
  }

  private divisionInside(text: string): { found: readonly SearchedDivision[]; length: number } | null {
    if (this.parts.divisions === null) return null;
    for (let length = Math.min(this.parts.divisions.longest, text.length - 1); length >= 3; length--) {
      for (let at = 0; at + length <= text.length; at++) {
        const found = this.strong(text.slice(at, at + length));
        if (found.length > 0) return { found, length };
      }
    }
    return null;
  }

  /** A station's whole pinyin, then a district's or division's, then what begins or abbreviates a station's. */
  private byLetters(form: string, scope: Scope, wholeOnly = false): Answer | null {
    if (!/[a-z]/.test(form)) return null;
    const letters = form.replace(/ /g, '');
    const hits = this.parts.names.letterSearch.search(letters).filter((hit) => !wholeOnly || hit.tier === 'pinyin');
    const pure = /^[a-z]+$/.test(letters);
    if (pure && !hits.some((hit) => hit.tier === 'pinyin')) {
      const district = this.parts.places.spelt(letters);
      if (district !== undefined) return this.areas.district(district, []);
      const divisions = this.parts.divisions?.spelt(letters) ?? [];
      const strong = divisions.filter(({ kind }) => kind !== 'community');
      if (strong.length > 0) return this.areas.division(strong, scope);
      if (divisions.length > 0 && !hits.some((hit) => hit.tier === 'pinyin-prefix'))
        return this.areas.division(divisions, scope);
    }
    return this.ranked(hits, scope);
  }

  /** A district's letters in front of a station's: ganjingzi paoya. */
  private scopedLetters(form: string, scope: Scope): Answer | null {
    const letters = form.replace(/ /g, '');
    if (!/^[a-z]+$/.test(letters)) return null;
    for (let cut = letters.length - 2; cut >= SHORTEST_DISTRICT; cut--) {
      const district = this.parts.places.spelt(letters.slice(0, cut));
      if (district === undefined) continue;
      const inside = { ...scope, districts: new Set([...scope.districts, district]) };
      const answer = this.byLetters(letters.slice(cut), inside) ?? this.byTypo(letters.slice(cut), inside, true);
      if (answer !== null) return answer;
    }
    return null;
  }

  private bySound(form: string, scope: Scope, wholeOnly: boolean): Answer | null {
    const text = form.replace(/ /g, '');
    if (/^[a-z0-9]*$/.test(text)) return null;
    const hits = this.parts.names.sound(text).filter((hit) => !wholeOnly || hit.tier === 'sound');
    if (hits.length > 0) return this.ranked(hits, scope);
    return wholeOnly
      ? null
      : this.areas.streetsBy((streets) => streets.sound(text).filter((hit) => hit.tier === 'sound'), scope);
  }

  private byTypo(form: string, scope: Scope, wholeOnly: boolean): Answer | null {
    const hits = this.parts.names
      .typos(form)
      .filter((hit) => !wholeOnly || hit.tier === 'pinyin-typo' || hit.cost < COST.hard);
    if (hits.length > 0) return this.ranked(hits, scope);
    if (wholeOnly || (/^[a-z ]+$/.test(form) && form.length < SHORTEST_STREET_SLIP)) return null;
    const mild = (hit: NameHit) => hit.tier === 'pinyin-typo' || hit.cost < COST.hard;
    return this.areas.streetsBy((streets) => streets.typos(form).filter(mild), scope);
  }

  /** The names that were found as an answer, or null where there are none. */
  private ranked(hits: readonly NameHit[], scope: Scope): Answer | null {
    return hits.length > 0 ? { ...NOTHING, results: this.rank(hits, scope) } : null;
  }

  /** Surest first; a station of the district that was named comes a little sooner. */
  rank(hits: readonly NameHit[], scope: Scope): LookupHit[] {
    const scored = hits.map((hit) => {
      const key = this.parts.names.index.keys[hit.key];
      const station = this.parts.tables.stations[key?.station ?? -1];
      const sooner = isInScope(station, scope) ? 4 : 0;
      return { hit, key, station, score: NAME_TIERS.indexOf(hit.tier) * 3 + hit.cost - sooner };
    });
    scored.sort((a, b) => a.score - b.score || (a.key?.station ?? 0) - (b.key?.station ?? 0));
    return scored.map(({ hit: { tier, span, differing }, key, station }) => {
      const place = (at: number) => key?.places[at] ?? at;
      return {
        station: station?.id ?? '',
        tier,
        field: key?.alias ? 'alias' : 'name',
        text: key?.printed ?? '',
        span: [place(span[0]), place(span[1])],
        differing: differing.map(place),
      };
    });
  }
}

function first<T>(forms: readonly string[], search: (form: string) => T | null): T | null {
  for (const form of forms) {
    const found = search(form);
    if (found !== null) return found;
  }
  return null;
}
