/** Reports about one building within so many days that make the reader be told to call the city line. */
export const REPEATS = { count: 3, days: 30 } as const;

/**
 * The building in what a reader typed (`示例小区3号楼` of `示例小区 3号楼2单元501`), or null where none is named: a
 * whole compound is not a building, and nothing may be said about one that was not typed.
 */
export function buildingOf(place: string): string | null {
  const text = place.normalize('NFKC').replace(/[\s,，.。#＃-]/g, '');
  return /^.{2,}?[\dA-Za-z一二三四五六七八九十]+(?:号楼|栋|幢|座|楼)/.exec(text)?.[0] ?? null;
}
