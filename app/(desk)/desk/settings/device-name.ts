import { deskWords } from '#lib/wording/desk.ts';

/** What browsers write of themselves, the more telling mark first: most of them also claim to be Chrome and Safari. */
const BROWSERS = [
  ['MicroMessenger', deskWords.settings.wechat],
  ['Edg', 'Edge'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const SYSTEMS = [
  ['Windows', 'Windows'],
  ['HarmonyOS', 'HarmonyOS'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Macintosh', 'Mac'],
  ['Linux', 'Linux'],
] as const;

/** A device in a few words, from what its browser says of itself; only a help to tell one's own sessions apart. */
export function deviceName(userAgent: string | null): string {
  const named = [BROWSERS, SYSTEMS].flatMap((list) => list.find(([mark]) => userAgent?.includes(mark))?.[1] ?? []);
  return named.join(' · ') || deskWords.settings.unknownDevice;
}
