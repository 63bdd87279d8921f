import { cookies } from 'next/headers';
import { TEXT_SIZES, type TextSize } from './Document.tsx';

const TEXT_SIZE_COOKIE = 'size';

/** The text size the reader chose, or the normal one. */
export async function chosenTextSize(): Promise<TextSize> {
  const value = (await cookies()).get(TEXT_SIZE_COOKIE)?.value;
  return TEXT_SIZES.find((size) => size === value) ?? '100';
}

/** The next step of the one button: 100 → 120 → 150 → 100. */
export function nextTextSize(size: TextSize): TextSize {
  return TEXT_SIZES[(TEXT_SIZES.indexOf(size) + 1) % TEXT_SIZES.length] ?? '100';
}
