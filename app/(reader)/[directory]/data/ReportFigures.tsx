import type { ShownFigures } from '#lib/reports/board/published.ts';
import { shownFiguresWords as words } from '#lib/wording/board.ts';
import { Facts } from '../../parts/Facts.tsx';
import { Phrases } from '../../parts/Phrases.tsx';

/** Where the city publishes them: whether papers come, in a month's figures. */
export function ReportFigures({ shown }: { shown: ShownFigures }) {
  return (
    <section className="section">
      <h2>{words.heading(shown.month)}</h2>
      <Facts rows={words.rows(shown)} />
      <p className="note">
        <Phrases parts={words.note(shown)} />
      </p>
    </section>
  );
}
