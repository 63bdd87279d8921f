import type { ShownEdition } from '#lib/shown/edition-history.ts';
import { editionWords } from '#lib/wording/about.ts';
import { longDate } from '#lib/wording/dates.ts';
import { Facts } from '../../parts/Facts.tsx';

/** The editions there have been, the one in force first, and what each prints otherwise than the one before it. */
export function Editions({ editions }: { editions: readonly ShownEdition[] }) {
  return (
    <section className="section editions">
      <h2>{editionWords.heading}</h2>
      {editions.map((edition) => (
        <Edition key={edition.seq} edition={edition} isOnly={editions.length === 1} />
      ))}
    </section>
  );
}

function Edition({ edition, isOnly }: { edition: ShownEdition; isOnly: boolean }) {
  const { title, from, shownSince, isInForce, comparedWith, changes } = edition;
  const { kinds, names } = editionWords;
  return (
    <>
      <h3>
        {title}
        {isInForce && !isOnly && <span className="inforce">{editionWords.inForce}</span>}
      </h3>
      <Facts
        rows={[
          [editionWords.from, [longDate(from)]],
          [editionWords.shown, [editionWords.shownSince(longDate(shownSince), isInForce)]],
        ]}
      />
      {comparedWith && (
        <>
          <p className="note">{editionWords.compared(longDate(comparedWith))}</p>
          {changes.length === 0 ? (
            <p>{editionWords.same}</p>
          ) : (
            <Facts rows={changes.map((change) => [kinds[change.kind], names(change.names)])} />
          )}
        </>
      )}
    </>
  );
}
