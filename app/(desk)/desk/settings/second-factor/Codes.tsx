'use client';

import { useEffect, useRef } from 'react';
import { factorWords } from '#lib/wording/second-factor.ts';
import { useLastOutcome } from '../../../parts/Outcomes.tsx';
import { PrintButton } from '../../../parts/PrintButton.tsx';

const words = factorWords.codes;

/** The recovery codes, on the one page that follows their making. */
export function Codes({ username }: { username: string }) {
  const outcome = useLastOutcome(['confirm-factor', 'renew-codes']);
  const codes = outcome?.shown.codes;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (codes) panel.current?.focus();
  }, [codes]);
  if (!codes) return null;
  return (
    <section className="recovery" aria-label={words.heading} tabIndex={-1} ref={panel}>
      {outcome?.message && <p className="saved">{outcome.message}</p>}
      <h2>{words.heading}</h2>
      <p>{words.lead}</p>
      <p className="of">{words.of(username)}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <PrintButton text={words.print} />
    </section>
  );
}
