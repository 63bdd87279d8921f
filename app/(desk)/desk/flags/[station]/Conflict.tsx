import type { Route } from 'next';
import { type RefObject, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { deskWords } from '#lib/wording/desk.ts';
import { CONFLICT_PLACE, DECISION_FORM, type DecisionState, type Side } from './state.ts';

const words = deskWords.conflict;
const NOTHING = deskWords.entry.none;
const ROWS = Object.keys(words.rows) as (keyof Side)[];

interface ConflictProps {
  state: Extract<DecisionState, { kind: 'conflict' }>;
  /** When the page was made. */
  opened: string;
  /** The entry as it is now. */
  address: Route;
  onGoOn: () => void;
  ref: RefObject<HTMLDivElement | null>;
}

/** A colleague was quicker: both versions side by side, what differs marked, and what may be done about it. */
export function Conflict({ state, opened, address, onGoOn, ref }: ConflictProps) {
  const { by, time, saved, mine } = state;
  const [place, setPlace] = useState<Element | null>(null);
  useEffect(() => setPlace(document.getElementById(CONFLICT_PLACE)), []);
  useEffect(() => {
    if (place) ref.current?.focus();
  }, [place, ref]);
  const panel = (
    <section className="conflict" aria-labelledby="conflict-heading" tabIndex={-1} ref={ref}>
      <h3 id="conflict-heading">{words.heading(by, time)}</h3>
      <p>{words.lead(opened)}</p>
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
      <p className="buttons">
        <button className="strong" type="submit" form={DECISION_FORM}>
          {words.saveAfter(by)}
        </button>
        <a className="button" href={address}>
          {words.drop(by)}
        </a>
        <button type="button" onClick={onGoOn}>
          {words.goOn}
        </button>
      </p>
    </section>
  );
  return place ? createPortal(panel, place) : panel;
}
