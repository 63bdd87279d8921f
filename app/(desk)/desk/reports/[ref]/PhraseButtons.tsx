'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { isResult, PHRASE_GROUPS, type PhraseGroup, type Phrases } from '#lib/reports/phrase-groups.ts';
import type { StaffEvent } from '#lib/reports/staff-step.ts';
import { phraseWords as words } from '#lib/wording/phrases.ts';
import { Choice } from '../../../parts/fields.tsx';

interface PhraseButtonsProps {
  phrases: Phrases;
  /** The steps that are offered; style shows the sentences of the chosen one. */
  events: readonly StaffEvent[];
  /** Where they are changed; null for whoever may not. */
  change: Route | null;
}

const stepOf = (group: PhraseGroup): StaffEvent => (isResult(group) ? 'resolved' : group);

/** Puts a sentence where the cursor is, with a comma before it where one is wanting. Nothing is replaced. */
function insert(field: HTMLTextAreaElement, phrase: string): void {
  const at = field.selectionEnd;
  const before = field.value.slice(0, at).at(-1) ?? '';
  field.setRangeText(/[\p{L}\p{N}]/u.test(before) ? `，${phrase}` : phrase, at, at, 'end');
  field.focus();
}

/** The result that a sentence belongs to, unless somebody has chosen one. */
function chooseResult(form: HTMLFormElement, group: PhraseGroup): void {
  const field = form.elements.namedItem('result');
  if (!isResult(group) || !(field instanceof HTMLSelectElement)) return;
  const isChosen = [...field.options].some(
    ({ selected, defaultSelected }, index) => selected !== (defaultSelected || index === 0),
  );
  if (!isChosen) field.value = group;
}

/** 常用语: sentences of the city, put in by one press. Without script they are ticked, and follow what was typed. */
export function PhraseButtons({ phrases, events, change }: PhraseButtonsProps) {
  const offered = PHRASE_GROUPS.filter((group) => events.includes(stepOf(group)) && (phrases[group] ?? []).length > 0);
  const steps = [...new Set(offered.map(stepOf))];
  const put = (button: HTMLButtonElement, group: PhraseGroup, phrase: string) => {
    const field = button.form?.elements.namedItem('text');
    if (!button.form || !(field instanceof HTMLTextAreaElement)) return;
    insert(field, phrase);
    chooseResult(button.form, group);
  };
  return steps.map((step) => (
    <div key={step} data-of={step} className="phrases">
      <p className="hint by-script">
        {words.insert}
        {change && (
          <>
            {'　'}
            <Link href={change}>{words.change}</Link>
          </>
        )}
      </p>
      <p className="by-script">
        {offered
          .filter((group) => stepOf(group) === step)
          .flatMap((group) =>
            (phrases[group] ?? []).map((phrase) => (
              <button key={group + phrase} type="button" onClick={(event) => put(event.currentTarget, group, phrase)}>
                {phrase}
              </button>
            )),
          )}
      </p>
      <noscript>
        <p className="hint">{words.tick}</p>
        {offered
          .filter((group) => stepOf(group) === step)
          .flatMap((group) =>
            (phrases[group] ?? []).map((phrase) => (
              <Choice key={group + phrase} type="checkbox" name="phrase" value={phrase} text={phrase} />
            )),
          )}
      </noscript>
    </div>
  ));
}
