'use client';

import { useEffect, useState } from 'react';
import { paths } from '#lib/paths.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { useForm } from '../../parts/DeskForm.tsx';
import { Field, type Option, Submit } from '../../parts/fields.tsx';
import { useTicked } from '../../parts/Ticked.tsx';

const words = deskReportWords;

const isSubmitted = (state: string) => state === 'submitted';
const isGivenOut = (state: string) => isSubmitted(state) || state === 'returned';
const isStartable = (state: string) => state === 'accepted' || state === 'reopened';

interface TickedBarProps {
  /** The states of the reports that can be ticked; `returned` is one that its station gave back. */
  states: readonly string[];
  /** Whether whoever looks gives reports to stations; else they work on those of theirs. */
  mayAccept: boolean;
  stations: Option[];
}

/** What is done with all that is ticked. With script only what can be done with these is offered. */
export function TickedBar({ states, mayAccept, stations }: TickedBarProps) {
  const { outcome } = useForm();
  const { button, ticked, states: chosen } = useTicked(outcome);
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const [submitted, open] = [chosen.filter(isSubmitted).length, chosen.filter(isGivenOut).length];
  const startable = chosen.filter(isStartable).length;
  const boxes = { form: () => button.current?.form, states, chosen };
  return (
    <div className="ticked-bar">
      {isReady && mayAccept && <TickAll {...boxes} data-key="a" can={isSubmitted} text={words.tickAll.submitted} />}
      {isReady && <TickAll {...boxes} can={isStartable} text={words.tickAll.startable} />}
      {ticked > 0 && <b className="ticked">{words.ticked(ticked)}</b>}
      <div className="together">
        {/* Enter in a field of these is no answer to which of the buttons. */}
        <button type="submit" disabled hidden />
        {mayAccept && (!isReady || open > 0) && <ForSubmitted count={submitted} open={open} stations={stations} />}
        {(!isReady || startable > 0) && (
          <Submit name="do" value="start" className={submitted === 0 ? 'strong' : undefined}>
            {words.startTicked(startable)}
          </Submit>
        )}
        <button ref={button} type="submit" formAction={paths.desk.send('print-orders')}>
          {words.orders.print(ticked)}
        </button>
      </div>
    </div>
  );
}

/** What a dispatcher does with those that nobody has accepted. */
function ForSubmitted({ count, open, stations }: { count: number; open: number; stations: Option[] }) {
  const faults = useForm().outcome?.faults ?? {};
  return (
    <>
      <Submit name="do" value="accept" className="strong">
        {words.acceptTicked(count)}
      </Submit>
      <details open={faults.station !== undefined || undefined}>
        <summary>{words.assignTogether}</summary>
        <Field name="station" label={words.assignTo} options={[{ value: '', text: words.choose }, ...stations]} />
        <Submit name="do" value="assign">
          {words.assignTicked(open)}
        </Submit>
      </details>
      <details open={faults.text !== undefined || undefined}>
        <summary>{words.rejectTogether}</summary>
        <Field name="text" label={words.text.rejected} rows={2} />
        <Submit name="do" value="reject">
          {words.rejectTicked(open)}
        </Submit>
      </details>
      <details open={faults.ref !== undefined || undefined}>
        <summary>{words.mergeTogether}</summary>
        <Field name="ref" label={words.mergeTarget} hint={words.mergeTargetHint} />
        <Submit name="do" value="merge">
          {words.mergeTicked(open)}
        </Submit>
      </details>
    </>
  );
}

interface TickAllProps {
  form: () => HTMLFormElement | null | undefined;
  states: readonly string[];
  /** The states of those that are ticked. */
  chosen: readonly string[];
  /** Which of them it ticks. */
  can: (state: string) => boolean;
  text: (count: number) => string;
  'data-key'?: string;
}

/** Ticks every one of the page with which something can be done. It needs script, and is not there without. */
function TickAll({ form, states, chosen, can, text, 'data-key': key }: TickAllProps) {
  const all = states.filter(can).length;
  if (all === 0) return null;
  const tick = (isTicked: boolean) => {
    for (const box of form()?.querySelectorAll<HTMLInputElement>('input[name=tick]') ?? [])
      if (can(box.dataset.state ?? '')) box.checked = isTicked;
    form()?.dispatchEvent(new Event('change'));
  };
  return (
    <label className="check">
      <input
        type="checkbox"
        data-key={key}
        checked={chosen.filter(can).length === all}
        onChange={(event) => tick(event.target.checked)}
      />
      {text(all)}
    </label>
  );
}
