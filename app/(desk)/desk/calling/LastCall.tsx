'use client';

import { Said } from '../../parts/Outcome.tsx';
import { useLastOutcome, useOutcome } from '../../parts/Outcomes.tsx';

/** What came of the last form, unless the number in hand says it itself. @param current its id */
export function LastCall({ current }: { current: string | null }) {
  const last = useLastOutcome(['call', 'undo-call']);
  const { outcome: own } = useOutcome('call', current ?? '');
  return last === own && own?.kind !== 'done' ? null : <Said outcome={last} />;
}
