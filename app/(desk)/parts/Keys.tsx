'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { paths } from '#lib/paths.ts';
import { callingWords } from '#lib/wording/calling.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';

const words = deskWords.keys;

/** Pages that have keys of their own. */
const SHEETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [paths.desk.calling]: callingWords.keySheet,
  [paths.desk.reports]: deskReportWords.keySheet,
};

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';
const ROW = '[data-row]';

/** Moves the cursor over the rows of a list; the row's own link has the focus. */
function move(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROW)];
  const current = rows.findIndex((row) => row.hasAttribute('data-cursor'));
  const next = rows[Math.min(Math.max(current + step, 0), rows.length - 1)];
  if (!next) return;
  rows[current]?.removeAttribute('data-cursor');
  next.setAttribute('data-cursor', '');
  next.querySelector<HTMLElement>('a')?.focus();
}

/** @param isHeld the key repeats by itself: a button is pressed once, or one key held down would settle a whole list */
function press(key: string, isHeld: boolean): boolean {
  const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (target) {
    if (target.matches('input:not([type=checkbox])')) target.focus();
    else if (!isHeld) target.click();
    return true;
  }
  const cursor = document.querySelector<HTMLElement>('[data-cursor]');
  if (key === 'j' || key === 'k') move(key === 'j' ? 1 : -1);
  else if (key === 'x') cursor?.querySelector<HTMLElement>('input[type=checkbox]')?.click();
  else if (key === 'e') cursor?.querySelector<HTMLElement>('a')?.click();
  else return false;
  return true;
}

/** The desk by keyboard: single keys while nothing is being typed, and a sheet of them all. */
export function Keys() {
  const sheet = useRef<HTMLDialogElement>(null);
  const keys = SHEETS[usePathname()] ?? words.sheet;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target as Element;
      if (event.ctrlKey && event.key === 'Enter') target.closest('form')?.requestSubmit();
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || target.matches(TYPING)) return;
      if (event.key === '?') sheet.current?.showModal();
      else if (sheet.current?.open || !press(event.key, event.repeat)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <dialog ref={sheet} className="keys" aria-labelledby="keys-heading">
      <h2 id="keys-heading">{words.heading}</h2>
      <dl>
        {Object.entries(keys).map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </dt>
          <dd>{words.save}</dd>
        </div>
      </dl>
      <p>{words.off}</p>
      <form method="dialog">
        <button type="submit">{words.close}</button>
      </form>
    </dialog>
  );
}
