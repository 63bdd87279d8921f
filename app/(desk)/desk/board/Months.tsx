import { type Figures, type Rate, ratesOf } from '#lib/reports/board/figures.ts';
import { boardWords as words } from '#lib/wording/board.ts';
import { longMonth } from '#lib/wording/dates.ts';
import { Scroll } from '../../parts/Scroll.tsx';
import { axisOf } from './axis.ts';
import { NumberHeads, PercentCell } from './cells.tsx';

interface Month {
  month: string;
  figures: Figures;
}

/** How much is done in time, month by month: as a line, and in figures. */
export function Months({ line }: { line: readonly Month[] }) {
  const rates = line.map(({ month, figures }) => ({ month, rate: ratesOf(figures).onTime }));
  const { from, lines } = axisOf(rates.flatMap(({ rate }) => rate.percent ?? []));
  const isOneYear = new Set(line.map(({ month }) => month.slice(0, 4))).size === 1;
  const [first = { month: '' }] = line;
  return (
    <section className="chart">
      <h2>
        {words.line} {from > 0 && <small>{words.axis(from)}</small>}
      </h2>
      <Scroll label={words.lineDrawn} to="svg">
        <Line rates={rates} from={from} lines={lines} />
      </Scroll>
      <Scroll label={words.line}>
        <table className="sums">
          <NumberHeads
            first={isOneYear ? words.year(first.month) : words.monthColumn}
            texts={[
              ...[words.columns.filed, words.columns.due, words.columns.onTime],
              ...[words.rates.onTime, words.rates.solved, words.rates.reopened],
            ]}
          />
          <tbody>
            {line.map(({ month, figures }) => (
              <Row key={month} name={isOneYear ? words.shortMonth(month) : longMonth(month)} figures={figures} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Row({ name, figures }: { name: string; figures: Figures }) {
  const { onTime, solved, reopened } = ratesOf(figures);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{figures.filed}</td>
      <td>{figures.due}</td>
      <td>{figures.onTime}</td>
      <PercentCell rate={onTime} />
      <PercentCell rate={solved} />
      <PercentCell rate={reopened} />
    </tr>
  );
}

/** Measures of the drawing in px; across it is in percent, so that letters keep their size on any screen. */
const TOP = 24;
const BOTTOM = 152;
const HEIGHT = 208;
/** From a point to the foot of the words over it, or under it. */
const [OVER, UNDER] = [10, 20];
const [LEFT, RIGHT] = [15, 95];

interface LineProps {
  rates: readonly { month: string; rate: Rate }[];
  from: number;
  lines: readonly number[];
}

/** Whether the line comes down to a month and goes up after it, so that it would run through words over the point. */
function isValley(rates: LineProps['rates'], index: number): boolean {
  const at = (one: number) => rates[one]?.rate.percent ?? null;
  const here = at(index);
  const beside = [at(index - 1), at(index + 1)].filter((percent) => percent !== null);
  return here !== null && beside.length > 0 && beside.every((percent) => percent > here);
}

/** A month that has too few is on no line: what stands beside it is not joined over it. */
function Line({ rates, from, lines }: LineProps) {
  const across = (index: number) =>
    rates.length === 1 ? (LEFT + RIGHT) / 2 : LEFT + (index * (RIGHT - LEFT)) / (rates.length - 1);
  const up = (percent: number) => BOTTOM - ((percent - from) / (100 - from)) * (BOTTOM - TOP);
  const x = (index: number) => `${across(index).toFixed(2)}%`;
  return (
    <svg className="line" width="100%" height={HEIGHT} role="img" aria-label={words.lineSaid(rates)}>
      {lines.map((percent) => (
        <g key={percent}>
          <text y={up(percent) + 5}>{`${percent}%`}</text>
          <line className="hair" x1="9%" x2="100%" y1={up(percent)} y2={up(percent)} />
        </g>
      ))}
      {rates.map(({ month, rate: { percent } }, index) => {
        const before = rates[index - 1]?.rate.percent ?? null;
        if (percent === null || before === null) return null;
        return <line key={month} className="run" x1={x(index - 1)} y1={up(before)} x2={x(index)} y2={up(percent)} />;
      })}
      {rates.map(({ month, rate: { percent, of } }, index) => (
        <g key={month} textAnchor="middle">
          {percent !== null && <circle cx={x(index)} cy={up(percent)} r="5" />}
          <text
            className={percent === null ? 'quiet' : undefined}
            x={x(index)}
            y={up(percent ?? from) + (isValley(rates, index) ? UNDER : -OVER)}
          >
            {percent === null ? words.tooFew : `${percent}%`}
          </text>
          <text x={x(index)} y={BOTTOM + 32}>
            {words.shortMonth(month)}
          </text>
          <text className="quiet" x={x(index)} y={BOTTOM + 50}>
            {words.sample(of)}
          </text>
        </g>
      ))}
    </svg>
  );
}
