/** Which of a package's versions follow one another without a break, and which of them is the newest. */

interface Version {
  /** Within which nothing is broken on purpose: the major number, and for 0.x the minor one too. */
  line: string;
  numbers: readonly number[];
  /** `['beta', '17']` of `18.4.0-beta.17`; empty for a release. */
  pre: readonly string[];
}

const VERSION = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+.*)?$/;

function parse(text: string): Version | null {
  const [, major, minor, patch, pre] = VERSION.exec(text) ?? [];
  if (major === undefined) return null;
  return {
    line: major === '0' ? `0.${minor}` : major,
    numbers: [major, minor, patch].map(Number),
    pre: pre?.split('.') ?? [],
  };
}

/** By the precedence of semver.org; less than 0 where `one` is older. */
function compare(one: Version, other: Version): number {
  for (const [at, number] of one.numbers.entries()) {
    const difference = number - (other.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  // A release follows its own prereleases.
  if (one.pre.length === 0 || other.pre.length === 0) return other.pre.length - one.pre.length;
  return one.pre.join('.').localeCompare(other.pre.join('.'), 'en', { numeric: true });
}

/**
 * The newest version of the line of `ours`: releases, and where ours is a prerelease, those of its kind (`beta`) as well.
 *
 * @returns `ours` where none is newer
 */
export function newestOfLine(ours: string, all: readonly string[]): string {
  const own = parse(ours);
  if (own === null) return ours;
  let newest = { text: ours, version: own };
  for (const text of all) {
    const version = parse(text);
    if (version === null || version.line !== own.line) continue;
    if (version.pre.length > 0 && version.pre[0] !== own.pre[0]) continue;
    if (compare(version, newest.version) > 0) newest = { text, version };
  }
  return newest.text;
}
