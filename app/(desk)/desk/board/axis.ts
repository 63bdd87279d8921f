/** Where an axis of percent begins, and the lines drawn across it, from below. */
export interface Axis {
  from: number;
  lines: readonly number[];
}

/** From 70 where all stands above, so that months can be told apart; lower, down to 0, where one does not. */
export function axisOf(percents: readonly number[]): Axis {
  const least = Math.min(70, ...percents);
  const step = least >= 60 ? 10 : 20;
  const from = Math.floor(least / step) * step;
  const lines = Array.from({ length: Math.floor((100 - from) / step) + 1 }, (_, index) => 100 - index * step);
  return { from, lines: lines.toReversed() };
}
