import type { Flag, Phone } from './records.ts';

/** Statuses that end a flag of any severity: somebody settled what it says. */
const SETTLED: readonly Flag['status'][] = ['corrected', 'confirmed', 'superseded'];
/** An error ends only where its number was replaced: confirming a number that cannot be called does not make it one. */
const REPAIRED: readonly Flag['status'][] = ['corrected', 'superseded'];

/** Whether a flag still says something about its record, after every decision. */
export function isStanding(flag: Flag): boolean {
  return !(flag.severity === 'error' ? REPAIRED : SETTLED).includes(flag.status);
}

/** Flags by the id of the number they are about, for `isCallable` and `isWithheld`. */
export function flagsByPhone(flags: readonly Flag[]): (phone: Pick<Phone, 'id'>) => readonly Flag[] {
  const grouped = Map.groupBy(flags, (flag) => flag.subject.phone);
  return (phone) => grouped.get(phone.id) ?? [];
}

/**
 * Whether a number may stand behind a call link, a copy button, a vCard or a QR code. An error flag wins over a `tel`
 * that should not be there.
 *
 * @param own the flags about this number
 */
export function isCallable(phone: Phone, own: readonly Flag[]): boolean {
  return phone.tel !== null && !own.some((flag) => flag.severity === 'error' && isStanding(flag));
}

/** Whether a number is out of use, so that readers are shown no digit of it. `own` are the flags about it. */
export function isWithheld(own: readonly Flag[]): boolean {
  return own.some((flag) => flag.code === 'phone.not_public' && isStanding(flag));
}
