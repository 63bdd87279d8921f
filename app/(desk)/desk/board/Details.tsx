import { ratesOf } from '#lib/reports/board/figures.ts';
import type { Board, Part } from '#lib/server/board/read-board.ts';
import { boardWords as words } from '#lib/wording/board.ts';
import { KIND_FOR_STAFF } from '#lib/wording/reports.ts';
import { Scroll } from '../../parts/Scroll.tsx';
import { CopiesCells, NumberHeads, PercentCell, ShareCell } from './cells.tsx';

/** So many stations are shown; a city may have thousands. */
const SHOWN = 200;

interface StationsProps {
  stations: readonly Part[];
  nameOf: (station: string | null) => string;
  districtOf: (station: string | null) => string;
}

/** The same figures station by station. */
export function Stations({ stations, nameOf, districtOf }: StationsProps) {
  const { columns } = words;
  return (
    <section className="chart" id="stations">
      <h2>{words.stations}</h2>
      <Scroll label={words.stations}>
        <table className="sums two">
          <NumberHeads
            first={columns.station}
            texts={[
              ...[columns.district, columns.filed, columns.share, columns.rate, columns.solved, columns.reopened],
              ...[columns.copies, columns.perThousand],
            ]}
          />
          <tbody>
            {stations.slice(0, SHOWN).map((part) => {
              const { onTime, solved, reopened } = ratesOf(part.figures);
              return (
                <tr key={part.id}>
                  <th scope="row">{nameOf(part.id)}</th>
                  <td>{districtOf(part.id)}</td>
                  <td>{part.figures.filed}</td>
                  <ShareCell rate={onTime} />
                  <PercentCell rate={onTime} />
                  <ShareCell rate={solved} />
                  <ShareCell rate={reopened} />
                  <CopiesCells part={part} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      {stations.length > SHOWN && <p className="hint">{words.moreStations(SHOWN)}</p>}
    </section>
  );
}

/** The same figures by what went wrong. */
export function Kinds({ kinds }: Pick<Board, 'kinds'>) {
  const { columns } = words;
  return (
    <section className="chart">
      <h2>{words.kinds}</h2>
      <Scroll label={words.kinds}>
        <table className="sums">
          <NumberHeads
            first={columns.kind}
            texts={[columns.filed, columns.share, columns.rate, columns.solved, columns.reopened]}
          />
          <tbody>
            {kinds.map(({ kind, figures }) => {
              const { onTime, solved, reopened } = ratesOf(figures);
              return (
                <tr key={kind}>
                  <th scope="row">{KIND_FOR_STAFF[kind]}</th>
                  <td>{figures.filed}</td>
                  <ShareCell rate={onTime} />
                  <PercentCell rate={onTime} />
                  <ShareCell rate={solved} />
                  <ShareCell rate={reopened} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
