'use client';

import type { Route } from 'next';
import { useEffect, useRef } from 'react';
import type { Outcome } from '#lib/server/desk/outcome.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { useOutcome } from '../../../parts/Outcomes.tsx';
import { DECISION_FORM } from './DecisionForm.tsx';

const words = deskWords.conflict;
const NOTHING = deskWords.entry.none;
const ROWS = ['action', 'value', 'how', 'reason', 'readers'] as const;

interface ConflictProps {
  /** What the decision form is about. */
  of: string;
  /** When the page was made. */
  opened: string;
  /** The entry as it is now. */
  address: Route;
}

/** A colleague was quicker: both versions side by side, what differs marked, and what may be done about it. */
export function Conflict({ of, opened, address }: ConflictProps) {
  const { outcome, setOutcome } = useOutcome('decide', of);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (outcome?.kind === 'conflict') panel.current?.focus();
  }, [outcome]);
  const conflict = outcome?.kind === 'conflict' && outcome.shown.conflict;
  if (!conflict) return null;
  const { by, time } = conflict;
  return (
    <section className="conflict" aria-labelledby="conflict-heading" tabIndex={-1} ref={panel}>
      <h3 id="conflict-heading">{words.heading(by, time)}</h3>
      <p>{words.lead(outcome.typed.opened?.[0] ?? opened)}</p>
      <BothSides conflict={conflict} />
      <p className="buttons">
        <button className="strong" type="submit" form={DECISION_FORM}>
          {words.saveAfter(by)}
        </button>
        <a className="button" href={address}>
          {words.drop(by)}
        </a>
        <button className="by-script" type="button" onClick={() => setOutcome({ ...outcome, kind: 'refused' })}>
          {words.goOn}
        </button>
      </p>
    </section>
  );
}

function BothSides({ conflict: { by, time, saved, mine } }: { conflict: NonNullable<Outcome['shown']['conflict']> }) {
  return (
    <table>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.savedBy(by, time)}</th>
          <th scope="col">{words.mine}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.filter((row) => saved[row] !== NOTHING || mine[row] !== NOTHING).map((row) => (
          <tr key={row}>
            <th scope="row">{words.rows[row]}</th>
            <td>{saved[row]}</td>
            <td>{saved[row] === mine[row] ? mine[row] : <mark>{mine[row]}</mark>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
