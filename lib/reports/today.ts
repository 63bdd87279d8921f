import { dayOf, timeOf } from './days.ts';
import type { Kind } from './words.ts';

/** Whether today's paper may still be on its way: it is reported missing before the delivery cut-off (`HH:MM`). */
export function mayStillCome(
  { kind, dates }: { kind: Kind; dates: readonly string[] },
  now: string,
  deliveryCutOff: string | null,
): boolean {
  return kind === 'missed' && deliveryCutOff !== null && dates.includes(dayOf(now)) && timeOf(now) < deliveryCutOff;
}
