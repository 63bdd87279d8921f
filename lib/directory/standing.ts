import type { Flag, Phone } from './records.ts';

type Tables = { readonly flags: readonly Flag[] };

/** Statuses that end a flag of any severity: somebody settled what it says. */
const SETTLED: readonly Flag['status'][] = ['corrected', 'confirmed', 'superseded'];
/** An error ends only where its number was replaced: confirming a number that cannot be called does not make it one. */
const REPAIRED: readonly Flag['status'][] = ['corrected', 'superseded'];

/** Whether a flag still says something about its record, after every decision. */
export function isStanding(flag: Flag): boolean {
  return !(flag.severity === 'error' ? REPAIRED : SETTLED).includes(flag.status);
}

/** The standing flags of one number, in the order of the table. */
export function flagsOfPhone(phone: Phone, { flags }: Tables): Flag[] {
  return flags.filter((flag) => flag.subject.phone === phone.id && isStanding(flag));
}

/**
 * Whether a number may stand behind a call link, a copy button, a vCard or a QR code. An error flag wins over a `tel`
 * that should not be there.
 */
export function isCallable(phone: Phone, tables: Tables): boolean {
  return (
    phone.tel !== null && phone.e164 !== null && !flagsOfPhone(phone, tables).some((flag) => flag.severity === 'error')
  );
}

/** Whether a number is out of use, so that readers are shown no digit of it. */
export function isWithheld(phone: Phone, tables: Tables): boolean {
  return flagsOfPhone(phone, tables).some((flag) => flag.code === 'phone.not_public');
}
