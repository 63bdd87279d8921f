/** What is added up of reports: by month, station, district or kind, or all of a city. */
export interface Figures {
  filed: number;
  /** Whose limit has passed, and of those the ones done within it. */
  due: number;
  onTime: number;
  /** Done at least once, and of those the ones that were taken up again. */
  done: number;
  reopened: number;
  /** By what the reader said last; who said nothing is in neither. */
  solved: number;
  unsolved: number;
}

export const FIGURES = ['filed', 'due', 'onTime', 'done', 'reopened', 'solved', 'unsolved'] as const;
export const NO_FIGURES: Figures = { filed: 0, due: 0, onTime: 0, done: 0, reopened: 0, solved: 0, unsolved: 0 };

/** The figures of several parts together. */
export function addUp(parts: readonly Figures[]): Figures {
  const sums = { ...NO_FIGURES };
  for (const part of parts) for (const figure of FIGURES) sums[figure] += part[figure];
  return sums;
}

/** Of fewer no share is said: one more or less would turn it over, and a reader could be known by it. */
export const FEWEST = 5;

/** A share with what it is of; `percent` is null where that is too little. */
export interface Rate {
  part: number;
  of: number;
  percent: number | null;
}

/** To whole percent; 100 stands for all of them alone, and 0 for none. */
export function rateOf(part: number, of: number): Rate {
  if (of < FEWEST) return { part, of, percent: null };
  const rounded = Math.round((100 * part) / of);
  const percent = part === of || part === 0 ? rounded : Math.min(99, Math.max(1, rounded));
  return { part, of, percent };
}

/** The three rates: on time of those whose limit has passed, solved of those whose reader said so or not, reopened of those done. */
export const ratesOf = ({ due, onTime, done, reopened, solved, unsolved }: Figures) => ({
  onTime: rateOf(onTime, due),
  solved: rateOf(solved, solved + unsolved),
  reopened: rateOf(reopened, done),
});

/** Reports of a month for each thousand copies of a day, to one decimal; null where there are too few. */
export const perThousand = (filed: number, copies: number): number | null =>
  filed < FEWEST ? null : Math.round((10_000 * filed) / copies) / 10;
