export const TEXT_SIZES = ['100', '120', '150'] as const;
/** In percent of the normal one. */
export type TextSize = (typeof TEXT_SIZES)[number];

/** The text size of that name, or the normal one. */
export const textSizeOf = (name: string | null | undefined): TextSize =>
  TEXT_SIZES.find((size) => size === name) ?? '100';

/** The next step of the one button: 100 → 120 → 150 → 100. */
export function nextTextSize(size: TextSize): TextSize {
  return TEXT_SIZES[(TEXT_SIZES.indexOf(size) + 1) % TEXT_SIZES.length] ?? '100';
}
