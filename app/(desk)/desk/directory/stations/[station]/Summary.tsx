'use client';

import { useEffect, useRef, useState } from 'react';
import { editWords as words } from '#lib/wording/edit.ts';
import { useForm } from '../../../../parts/DeskForm.tsx';
import { linesMeant, type MeantLine } from './meant.ts';

interface SummaryProps {
  /** What the station's numbers are called, in the order of the form. */
  kinds: readonly string[];
  hasSecond: boolean;
}

/** 这次改…处: what a press of the button would save, and when readers see it. Nothing without script. */
export function Summary({ kinds, hasSecond }: SummaryProps) {
  const place = useRef<HTMLElement>(null);
  const { outcome } = useForm();
  const [lines, setLines] = useState<readonly MeantLine[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an outcome changes what stands in the fields
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const read = () => setLines(linesMeant(typedIn(form)));
    read();
    form.addEventListener('input', read);
    return () => form.removeEventListener('input', read);
  }, [outcome]);
  return (
    <section className="edit-summary" ref={place} aria-live="polite">
      {lines.length > 0 && (
        <>
          <h2>{words.summary(lines.length)}</h2>
          <dl>
            {lines.map(({ line, needsSecond }) => (
              <div key={line}>
                <dt>{typeof line === 'number' ? kinds[line] : words.fields[line]}</dt>
                <dd>{needsSecond && hasSecond ? words.effect.waits : words.effect.now}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

function typedIn(form: HTMLFormElement): URLSearchParams {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}
