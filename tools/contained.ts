/**
 * Which characters contain each other, from cjk-decomp's lines `沟:a(氵,勾)`: a component's code, then its parts, of which
 * a number is a shape without a character of its own. Who writes a component for the whole, or one more around it, means
 * the character: 门 for 问, 林 for 木.
 */

/** Components as they are written inside others, each with the character it is. */
const WRITTEN_AS = new Map(
  [
    ...['氵水', '冫冰', '扌手', '忄心', '亻人', '钅金', '釒金', '讠言', '訁言', '犭犬', '纟丝', '艹草', '灬火', '饣食'],
    ...['衤衣', '礻示', '刂刀', '牜牛', '罒网', '⺼肉', '𧾷足', '⺮竹', '⺌小', '龵手', '𤣩王'],
  ].map((pair) => [...pair] as [string, string]),
);
/** How deep a component may stand in another. */
const DEEPEST = 2;
/** Most characters that are kept for one: of 木 in all that are made of wood, the simplest. */
const MOST = 64;
/** Most that share a component at the same place: 顾 for 顺. */
const MOST_SIBLINGS = 8;
const FEW_SIBLINGS = 3;

type Parts = ReadonlyMap<string, readonly string[]>;

/** Reads the lines; what is no such line is passed over. */
export function readDecompositions(text: string): Parts {
  const parts = new Map<string, string[]>();
  for (const [, char = '', inside = ''] of text.matchAll(/^[^\n]*?([^`\s:]+):[a-z0-9/]+\(([^)\n]*)\)/gmu)) {
    parts.set(char, inside.split(',').filter(Boolean));
  }
  return parts;
}

/** The components of a character, each with the depth at which it stands first. */
function componentsOf(char: string, parts: Parts): Map<string, number> {
  const found = new Map<string, number>();
  const descend = (whole: string, depth: number) => {
    if (depth > DEEPEST) return;
    for (const part of parts.get(whole) ?? []) {
      const own = WRITTEN_AS.get(part) ?? part;
      if (own !== char && (found.get(own) ?? DEEPEST + 1) > depth) found.set(own, depth);
      // A shape without a character of its own is no level.
      descend(part, /^\d+$/.test(part) ? depth : depth + 1);
    }
  };
  descend(char, 1);
  return found;
}

/** Every common character by each half it is written with at that place: 顾 and 顺 by 页 on the right. */
function byHalf(common: ReadonlySet<string>, parts: Parts): Map<string, string[]> {
  const halves = new Map<string, string[]>();
  for (const char of common) {
    for (const half of halvesOf(char, parts)) halves.set(half, [...(halves.get(half) ?? []), char]);
  }
  return halves;
}

function halvesOf(char: string, parts: Parts): string[] {
  const inside = parts.get(char) ?? [];
  return inside.length === 2 ? inside.map((part, at) => `${at}${part}`) : [];
}

/** Those that share the rarer half, which is more of what one sees than a common radical; the other where few do. */
function siblings(char: string, halves: ReadonlyMap<string, readonly string[]>, parts: Parts): string[] {
  const shared = halvesOf(char, parts).map((half) => (halves.get(half) ?? []).filter((other) => other !== char));
  const [rarer = [], other = []] = shared.sort((a, b) => a.length - b.length);
  return (rarer.length < FEW_SIBLINGS ? [...rarer, ...other] : rarer).slice(0, MOST_SIBLINGS);
}

/**
 * For each of `chars` those of `common` that it contains or that contain it (its own components first, then what holds it
 * at once, the simplest first), then those that share a half with it.
 */
export function containments(chars: readonly string[], common: ReadonlySet<string>, parts: Parts): Map<string, string> {
  const halves = byHalf(common, parts);
  const inside = new Map(chars.map((char) => [char, componentsOf(char, parts)]));
  const around = new Map<string, { char: string; depth: number; simple: number }[]>();
  for (const [char, components] of inside) {
    if (!common.has(char)) continue;
    for (const [part, depth] of components) {
      const list = around.get(part) ?? [];
      list.push({ char, depth, simple: components.size });
      around.set(part, list);
    }
  }
  return new Map(
    chars.map((char) => {
      const own = [...(inside.get(char) ?? [])].sort((a, b) => a[1] - b[1]).map(([part]) => part);
      const holding = (around.get(char) ?? []).sort((a, b) => a.depth - b.depth || a.simple - b.simple);
      const all = new Set([...own.filter((part) => common.has(part)), ...holding.map((one) => one.char)]);
      all.delete(char);
      const kept = [...all].slice(0, MOST);
      return [char, [...new Set([...kept, ...siblings(char, halves, parts)])].join('')];
    }),
  );
}
