import type { PublishedFigures, ShownFigures } from '#lib/reports/board/published.ts';
import { shownFiguresWords, publishWords as words } from '#lib/wording/board.ts';
import { DeskForm } from '../../parts/DeskForm.tsx';
import { Submit } from '../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../parts/Outcome.tsx';

interface PublishProps {
  directory: string;
  published: PublishedFigures;
  /** The month that the page shows, as readers would be shown it. */
  preview: ShownFigures;
}

/** Whether readers are shown the city's three rates, and exactly what they see or would see. */
export function Publish({ directory, published: { auto, shown }, preview }: PublishProps) {
  const isShown = shown?.month === preview.month;
  return (
    <section className="chart publish">
      <div>
        <h2>
          {words.heading} <span className="tag">{shown === null ? words.off : words.on(shown.month)}</span>{' '}
          {auto !== null && <span className="tag">{words.auto}</span>}
        </h2>
        <p>{words.lead}</p>
        <DeskForm action="publish-board" directory={directory}>
          <input type="hidden" name="month" value={preview.month} />
          <Notice />
          <SignInAgain />
          <p className="buttons">
            <Submit name="do" value="month" className="strong">
              {words.month}
            </Submit>
            {auto === null && (
              <Submit name="do" value="auto">
                {words.auto}
              </Submit>
            )}
            {(shown !== null || auto !== null) && (
              <Submit name="do" value="withdraw">
                {words.withdraw}
              </Submit>
            )}
          </p>
        </DeskForm>
        <p className="hint">{words.note}</p>
      </div>
      <div className="shown">
        {shown !== null && <Figures label={words.current} shown={shown} />}
        {!isShown && <Figures label={words.preview} shown={preview} />}
      </div>
    </section>
  );
}

/** What readers see, in their words. */
function Figures({ label, shown }: { label: string; shown: ShownFigures }) {
  return (
    <>
      <p className="hint">{label}</p>
      <div className="frame">
        <h3>{shownFiguresWords.heading(shown.month)}</h3>
        <dl>
          {shownFiguresWords.rows(shown).map(([term, said]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{said.join('')}</dd>
            </div>
          ))}
        </dl>
        <p className="hint">{shownFiguresWords.note(shown).join('')}</p>
      </div>
    </>
  );
}
