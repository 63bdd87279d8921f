import { trackWords } from '#lib/wording/report-pages.ts';
import { Phrases } from '../../parts/Phrases.tsx';

/** What staff can and cannot do for somebody who has lost the code. */
export function LostCode() {
  return (
    <section className="section">
      <h2>{trackWords.lost.heading}</h2>
      <p>
        <Phrases parts={trackWords.lost.text} />
      </p>
    </section>
  );
}
