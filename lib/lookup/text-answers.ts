import { type Answer, type LookupHit, NOTHING } from './answer.ts';
import { AreaAnswers, foundAs } from './area-answers.ts';
import type { SearchedDivision } from './divisions.ts';
import { formsOf, stemsOf, withoutSide } from './forms.ts';
import type { NameKey } from './keys.ts';
import { NAME_TIERS, type NameHit, type NameTier } from './name-hits.ts';
import type { Parts } from './parts.ts';
import { isInScope, type Scope } from './places.ts';
import { COST } from './verifier.ts';

/** Fewest letters of a street's name in which one may be wrong. */
const SHORTEST_STREET_SLIP = 8;
/** Fewest letters of a district in front of a station's, or behind it. */
const SHORTEST_DISTRICT = 4;
/** What a prefix costs that lacks one character. */
const ONE_MISSING = 0.01;

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
    const forms = formsOf(this.parts, text);
    const last = forms.at(-1) ?? text;
    const stems = stemsOf(this.parts, last);
    return (
      first(forms, (form) => this.sure(form, scope)) ??
      first(forms, (form) => this.partOrCommunity(form, scope)) ??
      first(stems, (stem) => this.exactStem(stem, last.slice(stem.length), scope)) ??
      (depth < 3 ? first([...forms].reverse(), (form) => this.scoped(form, scope, depth)) : null) ??
      first(forms, (form) => this.whole(form, scope)) ??
      first(forms, (form) => this.inside(form, scope)) ??
      first(withoutSide(last), (form) => this.sure(form, scope) ?? this.partOrCommunity(form, scope)) ??
      first(forms, (form) => this.byLetters(form, scope)) ??
      first(stems, (stem) => this.byLetters(stem, scope, true)) ??
      first(forms, (form) => this.scopedLetters(form, scope)) ??
      first(forms, (form) => this.bySound(form, scope, false)) ??
      first(forms, (form) => this.byTypo(form, scope, false)) ??
      first(stems, (stem) => this.bySound(stem, scope, true) ?? this.byTypo(stem, scope, true)) ??
      first([...stems, last], (stem) => this.lastResort(stem, scope))
    );
  }

  /** A name before the end of a place, unless that end is a name itself: 西岗中南路 is 中南路. */
  private exactStem(stem: string, end: string, scope: Scope): Answer | null {
    return this.parts.names.exact(end).length > 0
      ? null
      : this.ranked(this.parts.names.exact(stem.replace(/ /g, '')), scope);
  }

  /** Names that differ from the text. A district's that stands in it is no slip: a road named after it may lie elsewhere. */
  private slips(hits: readonly NameHit[], text: string): NameHit[] {
    const { keys } = this.parts.names.index;
    return hits.filter(({ key }) => (keys[key]?.district ?? -1) < 0 || !text.includes(keys[key]?.text ?? ''));
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
    const found = this.strong(text);
    const inside = found[0]?.kind === 'landmark' ? this.parts.names.inside(text) : [];
    return this.withStations(this.orDivision(found, scope), found, inside, scope);
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

  /** A station's or street's name but for its end in a longer place name (金家广场), or the beginning of a division's. */
  private lastResort(stem: string, scope: Scope): Answer | null {
    const text = stem.replace(/ /g, '');
    const stations = this.parts.names.part(text).filter(({ tier, cost }) => tier === 'prefix' && cost <= ONE_MISSING);
    if (text.length >= 2 && stations.length > 0) return this.ranked(stations, scope);
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
    if (division !== null && division.length > longest)
      return this.withStations(this.areas.division(division.found, scope), division.found, names, scope);
    const district = this.parts.places.all.find((place) => place.scope.division === null && text.includes(place.text));
    const [at = 0] = district?.scope.districts ?? [];
    // Where another district was said, this one's name is only that of a road there.
    const isElsewhere = scope.districts.size > 0 && !scope.districts.has(at);
    if (district !== undefined && district.text.length > longest)
      return isElsewhere ? null : this.areas.district(at, []);
    return this.ranked(names, scope);
  }

  /**
   * A printed name that stands in the text is among the answers: before the stations of a landmark's county, which says
   * less than the name, and behind those of a division.
   */
  private withStations(
    answer: Answer | null,
    [division]: readonly SearchedDivision[],
    names: readonly NameHit[],
    scope: Scope,
  ): Answer | null {
    if (answer === null || names.length === 0) return answer;
    const stations = this.rank(names, scope);
    const { results } = answer;
    const isLandmark = division?.kind === 'landmark';
    return { ...answer, results: isLandmark ? [...stations, ...results] : [...results, ...stations] };
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

  /** A district's letters in front of a station's or behind it, its initials in front where a space divides them. */
  private scopedLetters(form: string, scope: Scope): Answer | null {
    const letters = form.replace(/ /g, '');
    if (!/^[a-z]+$/.test(letters)) return null;
    const within = (district: number | undefined, rest: string): Answer | null => {
      if (district === undefined || rest.length < 2) return null;
      const inside = { ...scope, districts: new Set([...scope.districts, district]) };
      return this.byLetters(rest, inside) ?? this.byTypo(rest, inside, true);
    };
    const { places } = this.parts;
    const [head = '', ...tail] = form.split(' ');
    const abbreviated = within(places.abbreviated(head), tail.join(''));
    if (abbreviated !== null) return abbreviated;
    for (let cut = letters.length - 2; cut >= 2; cut--) {
      const [front, behind] = [letters.slice(0, cut), letters.slice(cut)];
      const answer =
        (cut >= SHORTEST_DISTRICT ? within(places.spelt(front), behind) : null) ??
        (behind.length >= SHORTEST_DISTRICT ? within(places.spelt(behind), front) : null);
      if (answer !== null) return answer;
    }
    return null;
  }

  private bySound(form: string, scope: Scope, wholeOnly: boolean): Answer | null {
    const text = form.replace(/ /g, '');
    if (/^[a-z0-9]*$/.test(text)) return null;
    const all = this.parts.names.sound(text).filter((hit) => !wholeOnly || hit.tier === 'sound');
    const hits = this.slips(all, text);
    if (hits.length > 0) return this.ranked(hits, scope);
    return wholeOnly
      ? null
      : this.areas.streetsBy((streets) => streets.sound(text).filter((hit) => hit.tier === 'sound'), scope);
  }

  private byTypo(form: string, scope: Scope, wholeOnly: boolean): Answer | null {
    const hits = this.slips(this.parts.names.typos(form), form).filter(
      (hit) => !wholeOnly || hit.tier === 'pinyin-typo' || hit.cost < COST.hard,
    );
    if (hits.length > 0) return this.ranked(hits, scope);
    if (wholeOnly || (/^[a-z ]+$/.test(form) && form.length < SHORTEST_STREET_SLIP)) return null;
    const mild = (hit: NameHit) => hit.tier === 'pinyin-typo' || hit.cost < COST.hard;
    return this.areas.streetsBy((streets) => streets.typos(form).filter(mild), scope);
  }

  /** The names that were found as an answer, or null where there are none. */
  private ranked(hits: readonly NameHit[], scope: Scope): Answer | null {
    const [surest, ...others] = this.inOrder(hits, scope);
    if (surest === undefined) return null;
    const results = this.expand([surest, ...others]);
    const district = this.districtOf(surest);
    if (district === undefined) return { ...NOTHING, results };
    // Whoever names a district, in whatever way, sees it whole.
    const answer = this.areas.district(district, this.expand([surest]));
    return { ...answer, results: [...answer.results, ...this.expand(others)] };
  }

  /** The district that was named by its own name or by that of its namesake station. */
  private districtOf({ hit, key }: Scored): number | undefined {
    if (key.district >= 0) return key.district;
    const isWhole = hit.span[0] === 0 && hit.span[1] === key.text.length;
    return isWhole && WHOLE.has(hit.tier) ? this.parts.places.named(key.text) : undefined;
  }

  /** Surest first; a station of the district that was named comes a little sooner, a district after the stations. */
  private inOrder(hits: readonly NameHit[], scope: Scope): Scored[] {
    const scored = hits.flatMap((hit): Scored[] => {
      const key = this.parts.names.index.keys[hit.key];
      if (key === undefined) return [];
      const station = this.parts.tables.stations[key.station];
      const sooner = isInScope(station, scope) ? 4 : 0;
      const later = key.district < 0 ? 0 : 1;
      return [{ hit, key, score: NAME_TIERS.indexOf(hit.tier) * 3 + hit.cost - sooner + later }];
    });
    return scored.sort((a, b) => a.score - b.score || a.key.station - b.key.station);
  }

  /** The stations of what was found, a district's with it. */
  private expand(scored: readonly Scored[]): LookupHit[] {
    return scored.flatMap(({ hit: { tier, span, differing }, key }) => {
      if (key.district >= 0) return foundAs(this.areas.stationsOf(key.district), tier, key.printed);
      const place = (at: number) => key.places[at] ?? at;
      return {
        station: this.parts.tables.stations[key.station]?.id ?? '',
        tier,
        field: key.alias ? 'alias' : 'name',
        text: key.printed,
        span: [place(span[0]), place(span[1])],
        differing: differing.map(place),
      } satisfies LookupHit;
    });
  }

  /** The stations that these names lead to, surest first. */
  rank(hits: readonly NameHit[], scope: Scope): LookupHit[] {
    return this.expand(this.inOrder(hits, scope));
  }
}

/** A hit with the name it found; the lowest score is the surest. */
type Scored = { hit: NameHit; key: NameKey; score: number };

/** The tiers that mean a whole name, but for a slip. */
const WHOLE: ReadonlySet<NameTier> = new Set(['exact', 'pinyin', 'sound', 'typo', 'pinyin-typo']);

function first<T>(forms: readonly string[], search: (form: string) => T | null): T | null {
  for (const form of forms) {
    const found = search(form);
    if (found !== null) return found;
  }
  return null;
}
