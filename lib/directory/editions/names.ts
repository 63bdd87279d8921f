import { nameKey } from '../identities.ts';

/** How two names may be one: in which way they are alike, the surest first. */
export const NAME_RELATIONS = ['name.same', 'name.alias', 'name.homophone', 'name.one_apart'] as const;
export type NameRelation = (typeof NAME_RELATIONS)[number];

/** The name with one character left out, at each place: names that are one character apart have one in common. */
function shortened(key: string): string[] {
  const letters = [...key];
  return letters.map((_, at) => letters.toSpliced(at, 1).join(''));
}

/** Whether one character more, less or other makes one of the other. Of a single character nothing is left to compare. */
function isOneApart(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 2) return false;
  const start = a.findIndex((letter, at) => letter !== b[at]);
  const from = start < 0 ? Math.min(a.length, b.length) : start;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  const drop = (rest: string[], n: number) => rest.slice(n).join('');
  if (a.length === b.length) return drop(restA, 1) === drop(restB, 1);
  return a.length > b.length ? drop(restA, 1) === drop(restB, 0) : drop(restA, 0) === drop(restB, 1);
}

/** Something by its names. */
export interface Named<T> {
  owner: T;
  /** The name that it is printed under, or null. */
  name: string | null;
  /** Others that it is known by. */
  aliases: readonly string[];
}

/** A name that is like those of more than this says nothing about which of them one is. */
const MOST_ALIKE = 100;

/** Finds what is called alike, in time that grows with the number of names and not with its square. */
export class NameIndex<T> {
  readonly #spell: (name: string) => string;
  readonly #byKey = new Map<string, Map<T, NameRelation>>();
  readonly #bySound = new Map<string, Set<T>>();
  readonly #byShortened = new Map<string, Map<T, string>>();

  /** @param spell how a name sounds; '' where that is not known */
  constructor(all: readonly Named<T>[], spell: (name: string) => string) {
    this.#spell = spell;
    for (const one of all) this.#add(one);
  }

  #add({ owner, name, aliases }: Named<T>): void {
    for (const alias of aliases) put(this.#byKey, nameKey(alias), owner, 'name.alias');
    if (name === null) return;
    const key = nameKey(name);
    put(this.#byKey, key, owner, 'name.same');
    const sound = this.#spell(key);
    if (sound !== '') this.#bySound.set(sound, (this.#bySound.get(sound) ?? new Set()).add(owner));
    for (const form of [key, ...shortened(key)]) put(this.#byShortened, form, owner, key);
  }

  /** What may be meant by a name, each with the surest way in which it is alike. */
  find(name: string): Map<T, NameRelation> {
    const key = nameKey(name);
    const found = new Map<T, NameRelation>();
    for (const form of [key, ...shortened(key)])
      for (const [owner, other] of few(this.#byShortened.get(form)))
        if (isOneApart(key, other)) found.set(owner, 'name.one_apart');
    const sound = this.#spell(key);
    if (sound !== '') for (const owner of few(this.#bySound.get(sound))) found.set(owner, 'name.homophone');
    const alike = [...few(this.#byKey.get(key))];
    for (const wanted of ['name.alias', 'name.same'] as const)
      for (const [owner, relation] of alike) if (relation === wanted) found.set(owner, relation);
    return found;
  }
}

/** What stands there, where it is little enough to say something. */
const few = <V>(all: (Iterable<V> & { readonly size: number }) | undefined): Iterable<V> =>
  all !== undefined && all.size <= MOST_ALIKE ? all : [];

function put<T, V>(index: Map<string, Map<T, V>>, key: string, owner: T, value: V): void {
  const own = index.get(key) ?? new Map<T, V>();
  index.set(key, own.set(owner, value));
}
