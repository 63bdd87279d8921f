import type { FileRefusalCode } from '../directory/flags.ts';

/** Where in the file: line and column counted from 1, as an editor counts them. */
export interface FilePlace {
  row: number;
  col: number;
}

/** The whole file (or the command) is refused: what is wrong, where, and what to do. Never carries a stack to people. */
export class FileRefusal extends Error {
  readonly code: FileRefusalCode;
  readonly place: FilePlace | null;
  readonly remedy: string;

  constructor(
    code: FileRefusalCode,
    { message, remedy }: { message: string; remedy: string },
    place: FilePlace | null = null,
  ) {
    super(message);
    this.code = code;
    this.place = place;
    this.remedy = remedy;
  }
}
