'use client';

import { Said } from '../../parts/Outcome.tsx';
import { useLastOutcome } from '../../parts/Outcomes.tsx';

/** What came of a form that is not on the page any more. What is wrong with the one that is stands within it. */
export function NoticesSaid() {
  const last = useLastOutcome(['publish-notice', 'change-notice', 'end-notice']);
  const ended = useLastOutcome(['end-notice']);
  return last?.kind === 'done' || last === ended ? <Said outcome={last} isLoud /> : null;
}
