/**
 * Whether the clock may be believed. What cannot be taken back (erasing, lapsing, marking as late) happens only at a
 * time that is confirmed: a pass each minute, each soon after the one before. A clock that jumps is believed once it has
 * stayed where it is for a good while and nobody's clock goes on where the old one was.
 */

/** What the store keeps of the time, as instants. */
export interface KnownTime {
  /** The newest time that was believed. */
  seenAt: string;
  /** The newest pass at a time that is not believed yet, and how many there were in a row. */
  doubtedAt: string | null;
  doubtedPasses: number;
}

export interface ClockReading {
  confirmed: boolean;
  known: KnownTime;
  /** How many more passes confirm a time that is not believed yet. */
  passesToGo: number;
}

const MINUTE = 60_000;
/** Needs no explanation: a pass that took long, a restart, another instance's clock. */
const STEADY = 15 * MINUTE;
/** Instances on one store count as one: a pass counts where the last one that did is nearly a minute ago. */
const COUNTED = 50_000;
/**
 * A machine may be off over a weekend; then an hour confirms the time, as it does where the time steps back: less is due
 * then. Any other jump takes a day of passes.
 */
const WEEKEND = 72 * 60 * MINUTE;
const PASSES = { afterStop: 60, afterJump: 24 * 60 } as const;

const after = (earlier: string, now: string) => Date.parse(now) - Date.parse(earlier);
const isNear = (earlier: string, now: string) => Math.abs(after(earlier, now)) <= STEADY;

/** What is doubted once this pass is counted. */
function doubt({ doubtedAt, doubtedPasses }: KnownTime, now: string): { at: string; passes: number } {
  if (doubtedAt === null) return { at: now, passes: 0 };
  const gap = after(doubtedAt, now);
  if (isNear(doubtedAt, now))
    return gap < COUNTED ? { at: doubtedAt, passes: doubtedPasses } : { at: now, passes: doubtedPasses + 1 };
  // A machine that is on by day only gets there in some days.
  const isStop = gap > 0 && gap <= WEEKEND;
  return { at: now, passes: isStop ? doubtedPasses : 0 };
}

/**
 * Reads the clock in one pass.
 *
 * @param known of the passes before, by any instance
 * @param now ISO instant, as this machine's clock has it
 */
export function readClock(known: KnownTime, now: string): ClockReading {
  const { seenAt } = known;
  // Whoever goes on where the time was believed contradicts whoever is elsewhere: what was doubted starts anew.
  if (isNear(seenAt, now)) {
    const newest = after(seenAt, now) > 0 ? now : seenAt;
    return { confirmed: true, known: { seenAt: newest, doubtedAt: null, doubtedPasses: 0 }, passesToGo: 0 };
  }
  const { at, passes } = doubt(known, now);
  const needed = after(seenAt, now) <= WEEKEND ? PASSES.afterStop : PASSES.afterJump;
  if (passes >= needed)
    return { confirmed: true, known: { seenAt: now, doubtedAt: null, doubtedPasses: 0 }, passesToGo: 0 };
  return { confirmed: false, known: { seenAt, doubtedAt: at, doubtedPasses: passes }, passesToGo: needed - passes };
}

/** Whether two clocks, such as this machine's and the database's, say the same. */
export function clocksAgree(one: string, other: string): boolean {
  return isNear(one, other);
}
