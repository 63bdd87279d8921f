import { isDemonstration } from '#lib/server/demonstration.ts';
import type { Handout } from '#lib/shown/handout.ts';
import { demonstrationNotice } from '#lib/wording/demonstration.ts';
import { paperPhrases } from '#lib/wording/print.ts';
import { NumberGroups } from '../../../parts/NumberGroups.tsx';
import { Phrases } from '../../../parts/Phrases.tsx';

/** What the card and the poster of a station are both made of. */

/** The numbers of a station, large. */
export function HandoutNumbers({ numbers, fit }: Pick<Handout, 'numbers' | 'fit'>) {
  return (
    <dl className={`papernumbers ${fit}`}>
      {numbers.map(({ kind, digits }) => (
        <div key={kind + digits}>
          <dt>{kind}</dt>
          <dd>
            <NumberGroups digits={digits} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The city line by itself. */
export function HandoutLine({ digits }: { digits: string }) {
  return (
    <p className="paperline">
      <NumberGroups digits={digits} />
    </p>
  );
}

/** What else has to be said of the numbers. */
export function Asides({ asides }: Pick<Handout, 'asides'>) {
  if (asides.length === 0) return null;
  return (
    <p className="aside">
      <Phrases parts={asides.flatMap(paperPhrases)} />
    </p>
  );
}

/** Paper is taken away from the page that says it is a demonstration: it says so itself. */
export async function DemonstrationMark() {
  if (!(await isDemonstration())) return null;
  return <span className="madeup">{demonstrationNotice.contact}</span>;
}
