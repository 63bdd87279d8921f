'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import type { StaffEvent } from '#lib/reports/staff-step.ts';
import { RESULTS } from '#lib/reports/words.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { RESULT } from '#lib/wording/reports.ts';
import { keepTyped } from '../../../parts/keep-typed.ts';
import { SignInAgain } from '../../../parts/SignInAgain.tsx';
import { type StepState, stepAction } from '../actions.ts';

const words = deskReportWords;

interface StepFormProps {
  report: string;
  after: number;
  events: StaffEvent[];
  /** By when what comes is due after a step. */
  afterwards: Partial<Record<StaffEvent, string>>;
  station: string;
  stations: { id: string; text: string }[];
}

async function send(state: StepState, form: FormData): Promise<StepState> {
  try {
    return await stepAction(state, form);
  } catch (error) {
    console.error(error);
    return { kind: 'problem', text: navigator.onLine ? deskWords.failed : deskWords.offline, at: Date.now() };
  }
}

/** The next step. What was typed is kept here, so that no answer of the server empties it but a save. */
export function StepForm({ report, after, events, afterwards, station, stations }: StepFormProps) {
  const [state, action, isSending] = useActionState(send, { kind: 'new' });
  const [asked, setAsked] = useState<StaffEvent | null>(null);
  const [text, setText] = useState('');
  const chosen = asked !== null && events.includes(asked) ? asked : (events[0] ?? 'noted');
  const notice = useRef<HTMLDivElement>(null);
  const at = state.kind === 'new' ? 0 : state.at;
  useEffect(() => {
    if (at > 0) notice.current?.focus();
  }, [at]);
  useEffect(() => {
    if (state.kind !== 'saved') return;
    setText('');
    setAsked(null);
  }, [state]);
  return (
    <form action={action} onSubmit={keepTyped(action)} className="decision" aria-busy={isSending}>
      <h2>{words.next}</h2>
      <Notice state={state} ref={notice} />
      <input type="hidden" name="report" value={report} />
      <input type="hidden" name="after" value={after} />
      <fieldset className="choices steps">
        <legend className="hidden">{words.next}</legend>
        <div>
          {events.map((event) => (
            <label key={event}>
              <input
                type="radio"
                name="event"
                value={event}
                checked={event === chosen}
                onChange={() => setAsked(event)}
              />
              <span>{words.step[event]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Extra chosen={chosen} station={station} stations={stations} />
      <label htmlFor="text">{words.text[chosen]}</label>
      <textarea id="text" name="text" rows={4} value={text} onChange={(event) => setText(event.target.value)} />
      {state.kind === 'signed_out' && <SignInAgain problem={state.problem} />}
      {afterwards[chosen] && <p className="hint">{afterwards[chosen]}</p>}
      <button className="main" type="submit" disabled={isSending}>
        {words.step[chosen]}
      </button>
    </form>
  );
}

/** What a step asks for beside words. */
function Extra({ chosen, station, stations }: Pick<StepFormProps, 'station' | 'stations'> & { chosen: StaffEvent }) {
  if (chosen === 'accepted') {
    return (
      <>
        <label htmlFor="station">{words.acceptTo}</label>
        <select id="station" name="station" defaultValue={station} key={station}>
          <option value="">{words.choose}</option>
          {stations.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      </>
    );
  }
  if (chosen === 'resolved') {
    return (
      <>
        <label htmlFor="result">{words.result}</label>
        <select id="result" name="result">
          {RESULTS.map((result) => (
            <option key={result} value={result}>
              {RESULT[result]}
            </option>
          ))}
        </select>
      </>
    );
  }
  if (chosen !== 'merged') return null;
  return (
    <>
      <label htmlFor="ref">{words.mergeInto}</label>
      <input id="ref" name="ref" autoComplete="off" />
    </>
  );
}

function Notice({ state, ref }: { state: StepState; ref: React.RefObject<HTMLDivElement | null> }) {
  if (state.kind === 'saved') {
    return (
      <div className="saved" role="status" tabIndex={-1} ref={ref}>
        {words.saved}
      </div>
    );
  }
  if (state.kind !== 'problem' && state.kind !== 'conflict') return null;
  return (
    <div className="problem summary" role="alert" tabIndex={-1} ref={ref}>
      {state.text}
    </div>
  );
}
