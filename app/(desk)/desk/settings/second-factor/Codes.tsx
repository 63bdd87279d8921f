'use client';

import { useEffect, useRef } from 'react';
import { useLastOutcome } from '../../../parts/Outcomes.tsx';
import { PrintButton } from '../../../parts/PrintButton.tsx';

interface CodesProps {
  words: { heading: string; lead: string; of: string; print: string };
}

/** The recovery codes, on the one page that follows their making. */
export function Codes({ words }: CodesProps) {
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
      <p className="of">{words.of}</p>
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
