export const HAN = /[\u3007\u3400-\u9fff]/;

/** How a name was found, surest first; a tier's place is its rank. */
export const NAME_TIERS = [
  'exact',
  'prefix',
  'substring',
  'inside',
  'pinyin',
  'pinyin-prefix',
  'initials',
  'mixed',
  'sound',
  'sound-part',
  'sound-inside',
  'typo',
  'pinyin-typo',
] as const;
export type NameTier = (typeof NAME_TIERS)[number];

/** A name that fits. `span` is the matched part of the name, `differing` the places in it that were typed otherwise. */
export type NameHit = { key: number; tier: NameTier; cost: number; span: [number, number]; differing: number[] };

export function nameHit(
  key: number,
  tier: NameTier,
  cost: number,
  span: [number, number],
  differing: number[] = [],
): NameHit {
  return { key, tier, cost, span, differing };
}
