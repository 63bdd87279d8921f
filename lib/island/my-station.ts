/**
 * 我的发行站: the one station that this phone remembers. Its id is kept here alone, never a number.
 */
const KEY = 'mine';

/** What this phone keeps; null where it keeps nothing for a page, as some apps have it. */
export const storage = ((): Storage | null => {
  try {
    localStorage.setItem('?', '');
    localStorage.removeItem('?');
    return localStorage;
  } catch {
    return null;
  }
})();

export interface MyStation {
  directory: string;
  station: string;
}

/** The remembered station. */
export function myStation(): MyStation | null {
  const [, directory, station] = /^([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(storage?.getItem(KEY) ?? '') ?? [];
  return directory && station ? { directory, station } : null;
}

/** @param id `directory/station`, or null to forget it */
export function remember(id: string | null): void {
  if (id === null) storage?.removeItem(KEY);
  else storage?.setItem(KEY, id);
}
