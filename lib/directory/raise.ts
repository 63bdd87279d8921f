import { FLAG_CODES, type FlagRule, flagKind } from './flags.ts';
import type { Cell, Flag } from './records.ts';
import { showable } from './text.ts';

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

const RANK: ReadonlyMap<string, number> = new Map(FLAG_CODES.map((code, rank) => [code, rank]));
const rankOf = ({ code, row }: Flag) => [row ?? Number.MAX_SAFE_INTEGER, RANK.get(code) ?? 0] as const;

/** The flags of an edition in printed order and, in a row, in the order of the table of codes; those of the edition last. */
export function makeFlags(raised: readonly Raised[]): Flag[] {
  const count = new Map<string, number>();
  const flags = raised.map((one) => makeFlag(one, count));
  return flags
    .map((flag, at) => ({ flag, at, rank: rankOf(flag) }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.at - b.at)
    .map(({ flag }) => flag);
}

function makeFlag(raised: Raised, count: Map<string, number>): Flag {
  const { rule, station = null, phone = null, field = null, row = null, cells = [], printed = null } = raised;
  const { evidence, suggestion = null } = raised;
  const kind = flagKind(rule);
  const base = `${kind.code}:${phone ?? station ?? 'edition'}${phone === null && field !== null ? `:${field}` : ''}`;
  const times = (count.get(base) ?? 0) + 1;
  count.set(base, times);
  return {
    id: times === 1 ? base : `${base}:${times}`,
    ...kind,
    subject: { record: station, phone, field },
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
