import type { RefusalCode } from '../directory/flags.ts';

/** Where in the file: line and column counted from 1, as an editor counts them. */
export interface Place {
  row: number;
  col: number;
}

/** The whole file (or the command) is refused: what is wrong, where, and what to do. Never carries a stack to people. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly place: Place | null;
  readonly remedy: string;

  constructor(code: RefusalCode, { message, remedy }: { message: string; remedy: string }, place: Place | null = null) {
    super(message);
    this.code = code;
    this.place = place;
    this.remedy = remedy;
  }
}
