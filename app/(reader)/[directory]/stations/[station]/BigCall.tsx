import { kindWord } from '#lib/shown/phone-words.ts';
import type { PhoneView } from '#lib/shown/present.ts';
import { words } from '#lib/wording/reader.ts';

/** One number, large, and its call; solid where it is the first to try. */
export function BigCall({ name, view, first }: { name: string; view: PhoneView; first: boolean }) {
  return (
    <>
      <span className="big">{view.digits}</span>
      <a className={first ? 'call first' : 'call second'} href={view.tel ?? undefined}>
        <span className="vh">{`${words.call}${name} ${kindWord(view)} ${view.digits}`}</span>
        <span aria-hidden="true">{words.call + kindWord(view)}</span>
      </a>
    </>
  );
}
