import { flagIdBase } from '../directory/flag-ids.ts';
import { FLAG_CODES, type FlagCode, type FlagRule, flagKind } from '../directory/flags.ts';
import type { Cell, Flag } from '../directory/records.ts';
import { showable } from '../text/text.ts';

export interface Raised {
  rule: FlagRule;
  /** The station's id; absent for the edition itself. */
  station?: string;
  phone?: string;
  field?: Flag['subject']['field'];
  row?: number;
  cells?: Cell[];
  printed?: string | null;
  evidence: string[];
  suggestion?: Flag['suggestion'];
}

export type Raise = (flag: Raised) => void;

const RANK: ReadonlyMap<FlagCode, number> = new Map(FLAG_CODES.map((code, rank) => [code, rank]));
const rowOf = ({ row }: Flag) => row ?? Number.MAX_SAFE_INTEGER;
const rankOf = ({ code }: Flag) => RANK.get(code) ?? 0;

/** Collects the flags of an edition as the stages raise them. */
export class Flags {
  readonly #flags: Flag[] = [];
  /** How often an id was given, so that each is given once. */
  readonly #count = new Map<string, number>();

  readonly raise: Raise = (raised) => void this.#flags.push(this.#make(raised));

  /** As they were raised; a later stage may add to their evidence. */
  raised(): readonly Flag[] {
    return this.#flags;
  }

  /** In printed order and, in a row, in the order of the table of codes; those of the edition last. */
  inOrder(): Flag[] {
    return this.#flags.sort((a, b) => rowOf(a) - rowOf(b) || rankOf(a) - rankOf(b));
  }

  #make(raised: Raised): Flag {
    const { rule, station = null, phone = null, field = null, row = null, evidence } = raised;
    const { cells = [], printed = null, suggestion = null } = raised;
    const kind = flagKind(rule);
    const subject = { record: station, phone, field };
    const base = flagIdBase(kind.code, subject);
    const times = (this.#count.get(base) ?? 0) + 1;
    this.#count.set(base, times);
    return {
      id: times === 1 ? base : `${base}:${times}`,
      ...kind,
      subject,
      row,
      cells,
      printed,
      // Said to people, so fit to be shown; what was printed stands in `printed` and `cells` as it is.
      evidence: evidence.map(showable),
      suggestion,
      rule,
      status: 'open',
    };
  }
}
