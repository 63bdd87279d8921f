import { perThousand, type Rate } from '#lib/reports/board/figures.ts';
import type { Part } from '#lib/server/board/read-board.ts';
import { boardWords as words } from '#lib/wording/board.ts';

/** The head of a table of figures: the first column says what they are of. */
export function NumberHeads({ first, texts }: { first: string; texts: readonly string[] }) {
  return (
    <thead>
      <tr>
        {[first, ...texts].map((text) => (
          <th key={text} scope="col">
            {text}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** So many of so many; nothing where there were none. */
export function ShareCell({ rate }: { rate: Rate }) {
  return <td>{rate.of === 0 ? words.nothing : words.share(rate)}</td>;
}

/** A rate in percent, or that it is of too few. */
export function PercentCell({ rate }: { rate: Rate }) {
  if (rate.of === 0) return <td>{words.nothing}</td>;
  return <td className={rate.percent === null ? 'few' : undefined}>{words.percent(rate)}</td>;
}

/** Copies of a day, and how many reports there were of a thousand. */
export function CopiesCells({ part: { id, copies, missing, figures } }: { part: Part }) {
  if (copies === null)
    return (
      <>
        <td className="few">{id !== null && missing > 1 ? words.missingCopies(missing) : words.noCopies}</td>
        <td className="few">{words.nothing}</td>
      </>
    );
  const share = perThousand(figures.filed, copies);
  return (
    <>
      <td>{words.grouped(copies)}</td>
      <td className={share === null ? 'few' : undefined}>{share === null ? words.tooFew : share.toFixed(1)}</td>
    </>
  );
}
