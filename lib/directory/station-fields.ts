/** What staff may change of a station, apart from how: the browser asks too. */

export const CHANGED = ['name', 'district', 'address', 'hours', 'note', 'alias', 'number', 'close'] as const;
export type ChangedField = (typeof CHANGED)[number];

/** Most characters of what readers are told. */
export const LONGEST_SAID = { address: 100, note: 60, name: 30 } as const;
