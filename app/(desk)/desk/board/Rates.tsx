import { type Figures, ratesOf } from '#lib/reports/board/figures.ts';
import { boardWords as words } from '#lib/wording/board.ts';

/** The three rates, each with what it is of. */
export function Rates({ figures }: { figures: Figures }) {
  const rates = ratesOf(figures);
  return (
    <dl className="rates">
      {(['onTime', 'solved', 'reopened'] as const).map((name) => (
        <div key={name}>
          <dt>{words.rates[name]}</dt>
          <dd className={rates[name].percent === null ? 'figure few' : 'figure'}>{words.percent(rates[name])}</dd>
          <dd>{words.of[name](rates[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
