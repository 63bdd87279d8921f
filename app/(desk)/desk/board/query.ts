import { inDirectory } from '#lib/server/desk/in-directory.ts';

/** The address of the board, or of something of it, for a month. */
export const boardAddress = (path: string, month: string, asked: string | undefined) =>
  inDirectory(`${path}?month=${month}`, asked);
