'use client';

import { Said } from '../../parts/Outcome.tsx';
import { useLastOutcome } from '../../parts/Outcomes.tsx';

/** What was done by a form that is not on the page any more. What is wrong with one that is stands within it. */
export function PlacesSaid() {
  const last = useLastOutcome(['add-alias', 'dismiss-place', 'restore-place', 'undo']);
  return last?.kind === 'done' ? <Said outcome={last} isLoud /> : null;
}
