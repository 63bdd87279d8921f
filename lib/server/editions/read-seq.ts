/** The `seq` of an edition as an address or a form names it; null where it is none. */
export const readSeq = (typed: string | null): number | null =>
  typed !== null && /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : null;
