'use client';

import { useEffect, useState } from 'react';
import { paths } from '#lib/paths.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { useForm } from '../../parts/DeskForm.tsx';
import { Field } from '../../parts/fields.tsx';
import { useTicked } from '../../parts/Ticked.tsx';

const words = deskReportWords;

/** What is done with all that is ticked: accepted to the stations that the readers named, or refused with one reason. */
export function TickedBar({ all }: { all: number }) {
  const { outcome, isSending } = useForm();
  const { button, ticked } = useTicked(outcome);
  return (
    <div className="ticked-bar">
      <TickAll all={all} ticked={ticked} onTick={(isTicked) => tickAll(button.current?.form, isTicked)} />
      <div className="together">
        <button ref={button} type="submit" formAction={paths.desk.send('accept-ticked')} disabled={isSending}>
          {words.acceptTicked(ticked)}
        </button>
        <details open={outcome?.faults.text !== undefined || undefined}>
          <summary>{words.rejectTogether}</summary>
          <Field name="text" label={words.text.rejected} rows={2} />
          <button type="submit" formAction={paths.desk.send('reject-ticked')} disabled={isSending}>
            {words.rejectTicked(ticked)}
          </button>
        </details>
      </div>
    </div>
  );
}

function tickAll(list: HTMLFormElement | null | undefined, isTicked: boolean): void {
  for (const box of list?.querySelectorAll<HTMLInputElement>('input[name=tick]') ?? []) box.checked = isTicked;
  list?.dispatchEvent(new Event('change'));
}

interface TickAllProps {
  all: number;
  ticked: number;
  onTick: (isTicked: boolean) => void;
}

/** Ticks every one of the page. It needs script, and is not there without. */
function TickAll({ all, ticked, onTick }: TickAllProps) {
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!isReady || all === 0) return null;
  return (
    <label className="check">
      <input type="checkbox" checked={ticked === all} onChange={(event) => onTick(event.target.checked)} />
      {words.tickAll(all)}
    </label>
  );
}
