'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import type { CallOutcome } from '#lib/directory/call-outcome.ts';
import { callingWords as words } from '#lib/wording/calling.ts';
import { DeskForm, useForm } from '../../parts/DeskForm.tsx';
import { Field, Submit } from '../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../parts/Outcome.tsx';

interface Choice {
  outcome: CallOutcome;
  key: string;
  text: string;
  note: string;
  /** What saves it once a sentence stands beside; null where none is needed. */
  save: string | null;
}

interface CallFormProps {
  /** The id of the number's first phone. */
  of: string;
  directory: string;
  seen: string;
  outcomes: readonly Choice[];
  /** Where each of its stations is reviewed. */
  stations: readonly { address: Route; text: string }[];
}

/** What came of the call: each outcome a button, and a sentence where one is needed or there was more to hear. */
export function CallForm({ of, directory, seen, outcomes, stations }: CallFormProps) {
  const [pressed, setPressed] = useState<{ of: string; outcome: CallOutcome } | null>(null);
  return (
    <DeskForm action="call" of={of} directory={directory}>
      <Chosen seen={seen} pressed={pressed?.of === of ? pressed.outcome : undefined} />
      <fieldset className="outcomes">
        <legend className="hidden">{words.outcomes}</legend>
        {outcomes.map(({ outcome, key, text, note }) => (
          <Submit
            key={outcome}
            name="outcome"
            value={outcome}
            data-key={key}
            aria-keyshortcuts={key}
            onClick={() => setPressed({ of, outcome })}
          >
            <kbd>{key}</kbd>
            <span>
              <b>{text}</b>
              <small>{note}</small>
            </span>
          </Submit>
        ))}
      </fieldset>
      <p className="hint wide-only">{words.hint}</p>
      <Notice />
      <Sentence
        key={of}
        outcomes={outcomes}
        stations={stations}
        pressed={pressed?.of === of ? pressed.outcome : undefined}
      />
      <SignInAgain />
    </DeskForm>
  );
}

/** The outcome that was pressed last; without script, before the page was loaded anew. */
function useChosen(pressed: CallOutcome | undefined): string {
  const typed = useForm().outcome?.typed;
  return pressed ?? (typed?.outcome?.[0] || typed?.chosen?.[0] || '');
}

/**
 * What Enter in a field stands for. A form is sent by its first button then, which would check a number that nobody
 * pressed a key for: this one is before it, and says only what was pressed last.
 */
function Chosen({ seen, pressed }: { seen: string; pressed: CallOutcome | undefined }) {
  return (
    <>
      <button className="hidden" type="submit" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="chosen" value={useChosen(pressed)} />
      <input type="hidden" name="seen" value={seen} />
    </>
  );
}

interface SentenceProps extends Pick<CallFormProps, 'outcomes' | 'stations'> {
  pressed: CallOutcome | undefined;
}

/** What the other said. It opens by itself where an outcome needs it, or where something stands in it. */
function Sentence({ outcomes, stations, pressed }: SentenceProps) {
  const { outcome, isSending } = useForm();
  const isMissing = outcome?.faults.reason !== undefined;
  const chosen = useChosen(pressed);
  const waiting = isMissing ? outcomes.find((one) => one.outcome === chosen && one.save !== null) : undefined;
  useEffect(() => {
    if (isMissing) document.getElementById('reason')?.focus();
  }, [isMissing]);
  return (
    <details className="more" open={isMissing || Boolean(outcome?.typed.reason?.[0]) || undefined}>
      <summary>
        <b>{words.more}</b> <small className="wide-only">{words.moreExamples}</small>
        <small>{words.write}</small>
      </summary>
      <div>
        <Field name="reason" label={words.text} hint={words.textHint} maxLength={400} />
        {waiting && (
          <Submit className="main" name="outcome" value={waiting.outcome}>
            {isSending ? words.saving : waiting.save}
          </Submit>
        )}
        <p className="call-stations">
          {stations.map(({ address, text }) => (
            <Link key={address} prefetch={false} href={address}>
              {text}
            </Link>
          ))}
        </p>
      </div>
    </details>
  );
}
