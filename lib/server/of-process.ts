// Next bundles modules more than once; what is bounded or waited for is the process's.
const KEY = Symbol.for('baoda.of-process');
type Holder = { [KEY]?: Map<string, unknown> };

/** The process's one thing of a name, made at the first call. */
export function ofProcess<T>(name: string, make: () => T): T {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Map();
  if (!holder[KEY].has(name)) holder[KEY].set(name, make());
  return holder[KEY].get(name) as T;
}
