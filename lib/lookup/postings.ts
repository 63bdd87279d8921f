/** Lists by key: `postings.get(char)` are the owners that hold it, in order; one that comes twice in a row stands once. */
export class Postings<Owner = number> {
  readonly lists = new Map<string, Owner[]>();

  add(key: string, owner: Owner): void {
    const list = this.lists.get(key);
    if (list === undefined) this.lists.set(key, [owner]);
    else if (list[list.length - 1] !== owner) list.push(owner);
  }

  get(key: string): readonly Owner[] {
    return this.lists.get(key) ?? [];
  }

  /** The shortest list among those of `keys`; empty where one of them has none. */
  rarest(keys: Iterable<string>): readonly Owner[] {
    let shortest: readonly Owner[] | undefined;
    for (const key of keys) {
      const list = this.get(key);
      if (shortest === undefined || list.length < shortest.length) shortest = list;
    }
    return shortest ?? [];
  }
}
