import { effectOf, type Telling } from './flags.ts';
import type { Flag, Phone } from './records.ts';

/**
 * The one law about flags: whether one still stands, whether its number may be called, and what anybody is told because
 * of it. Every page, file, form and answer of the API asks here.
 */

/** Statuses that end a flag of any severity: somebody settled what it says. */
const SETTLED: readonly Flag['status'][] = ['corrected', 'confirmed', 'superseded'];
/** An error ends only where its number was replaced: confirming a number that cannot be called does not make it one. */
const REPAIRED: readonly Flag['status'][] = ['corrected', 'superseded'];

/** Whether a flag still says something about its record, after every decision. */
export function isStanding({ severity, status }: Pick<Flag, 'severity' | 'status'>): boolean {
  return !(severity === 'error' ? REPAIRED : SETTLED).includes(status);
}

/** Flags by the id of the number they are about. */
export function flagsByPhone(flags: readonly Flag[]): (phone: Pick<Phone, 'id'>) => readonly Flag[] {
  const grouped = Map.groupBy(flags, (flag) => flag.subject.phone);
  return (phone) => grouped.get(phone.id) ?? [];
}

/** The error that keeps a number from being called, or null. `own` are the flags about it. */
export function barrier(own: readonly Flag[]): Flag | null {
  return own.find((flag) => flag.severity === 'error' && isStanding(flag)) ?? null;
}

/**
 * Whether a number may stand behind a call link, a copy button, a vCard or a QR code. An error flag wins over a `tel`
 * that should not be there.
 *
 * @param own the flags about this number
 */
export function isCallable(phone: Phone, own: readonly Flag[]): boolean {
  return phone.tel !== null && barrier(own) === null;
}

/** Whether a number is out of use, so that readers are shown no digit of it. `own` are the flags about it. */
export function isWithheld(own: readonly Flag[]): boolean {
  return own.some((flag) => effectOf(flag.code).withholds && isStanding(flag));
}

/** The same of a number of which only the codes of the flags that stand are at hand. */
export const withholds = (standing: readonly Flag['code'][]): boolean =>
  standing.some((code) => effectOf(code).withholds);

/** Whether readers are told this because of one of these flags: see `Telling` for where. */
export function tells(flags: readonly Flag[], telling: Telling): boolean {
  return flags.some((flag) => effectOf(flag.code).tells === telling && isStanding(flag));
}

/** The doubts that readers may see of a station in the list of them: those that stand and weigh more than a remark. */
export function doubtsIn(flags: readonly Flag[]): Flag[] {
  return flags.filter((flag) => flag.severity !== 'info' && isStanding(flag));
}

/** What staff have to do about a flag: decide, wait for a second person, or nothing more. */
export const REVIEW_STATUSES = ['open', 'in_verification', 'settled'] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** Whether staff review a flag at all: errors and warnings, until what they are about was replaced. */
export function isReviewed({ severity, status }: Pick<Flag, 'severity' | 'status'>): boolean {
  return severity !== 'info' && status !== 'superseded';
}

/** Where the review of a flag stands. What cannot be verified is settled for staff, while readers still see it. */
export function reviewStatus({ status, code }: Pick<Flag, 'status' | 'code'>): ReviewStatus {
  if (effectOf(code).withholds) return 'settled';
  return status === 'open' || status === 'in_verification' ? status : 'settled';
}
