import { formWords } from '#lib/wording/report-pages.ts';
import { Phrases } from './Phrases.tsx';

/** Shown by the phone's script when there is no network to send with. */
export function Unsent() {
  return (
    <p className="remark" role="alert" tabIndex={-1} hidden data-unsent="">
      <Phrases parts={formWords.unsent} />
    </p>
  );
}
