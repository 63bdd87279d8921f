import { callName } from '#lib/shown/call-name.ts';
import { kindWord } from '#lib/shown/phone-words.ts';
import type { PhoneView } from '#lib/shown/present.ts';
import { words } from '#lib/wording/reader.ts';
import { Digits } from '../../../parts/Digits.tsx';

/** One number, large, and its call; solid where it is the first to try. */
export function BigCall({ name, view, first }: { name: string; view: PhoneView; first: boolean }) {
  const kind = kindWord(view);
  return (
    <>
      <span className="big">
        <Digits digits={view.digits} />
      </span>
      <a
        className={first ? 'call first' : 'call second'}
        href={view.tel ?? undefined}
        aria-label={callName(`${name} ${kind}`, view.digits)}
      >
        {words.call + kind}
      </a>
    </>
  );
}
