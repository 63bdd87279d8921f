import { kindWord } from '#lib/shown/phone-words.ts';
import type { PhoneView } from '#lib/shown/present.ts';
import { callMarkup } from '#lib/shown/row-markup.ts';
import { words } from '#lib/wording/reader.ts';
import { Digits } from '../../../parts/Digits.tsx';
import { reactElement } from '../../../parts/react-element.ts';

/** One number that can be called, large, and its call; solid where it is the first to try. */
export function BigCall({ name, view, first }: { name: string; view: PhoneView; first: boolean }) {
  const { digits, tel } = view;
  const kind = kindWord(view);
  const link = { class: first ? 'call first' : 'call second', tel: tel ?? '', whom: `${name} ${kind}`, digits };
  return (
    <>
      <span className="big">
        <Digits digits={digits} />
      </span>
      {callMarkup(reactElement, link, words.call + kind)}
    </>
  );
}
