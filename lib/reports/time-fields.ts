/** The fields of an admin's form of time limits; apart from their rules, so that a browser needs no zod. */
export const TIME_FIELDS = ['accept', 'start', 'resolve', 'deliveryCutOff'] as const;
export type TimeField = (typeof TIME_FIELDS)[number];
export type TypedTimes = Record<TimeField, string>;
