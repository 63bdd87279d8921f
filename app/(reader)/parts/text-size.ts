import { cookies } from 'next/headers';
import { type TextSize, textSizeOf } from '#lib/shown/text-size.ts';

const TEXT_SIZE_COOKIE = 'size';

/** The text size the reader chose, or the normal one. */
export const chosenTextSize = async (): Promise<TextSize> => textSizeOf((await cookies()).get(TEXT_SIZE_COOKIE)?.value);
