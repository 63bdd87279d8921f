import { ratesOf } from '#lib/reports/board/figures.ts';
import type { Part } from '#lib/server/board/read-board.ts';
import { boardWords as words } from '#lib/wording/board.ts';
import { Scroll } from '../../parts/Scroll.tsx';
import { CopiesCells, NumberHeads, ShareCell } from './cells.tsx';

interface DistrictsProps {
  districts: readonly Part[];
  labels: ReadonlyMap<string, string>;
}

const nameOf = ({ id }: Part, labels: DistrictsProps['labels']) =>
  id === null ? words.noDistrict : (labels.get(id) ?? id);

/** How much is done in time, district by district: as bars, and in figures. */
export function Districts({ districts, labels }: DistrictsProps) {
  return (
    <section className="chart">
      <h2>{words.districts}</h2>
      <ul className="bars">
        {districts.map((part) => (
          <Bar key={part.id} name={nameOf(part, labels)} part={part} />
        ))}
      </ul>
      <Scroll label={words.districts}>
        <table className="sums">
          <NumberHeads
            first={words.columns.district}
            texts={(['filed', 'share', 'solved', 'reopened', 'copies', 'perThousand'] as const).map(
              (column) => words.columns[column],
            )}
          />
          <tbody>
            {districts.map((part) => (
              <Row key={part.id} name={nameOf(part, labels)} part={part} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="hint">{words.perThousandNote}</p>
      {districts.some(({ id }) => id === null) && <p className="hint">{words.noDistrictNote}</p>}
    </section>
  );
}

/** Only what is enough for a share has one; the others have a dashed frame and nothing in it. */
function Bar({ name, part }: { name: string; part: Part }) {
  const { onTime } = ratesOf(part.figures);
  const isFew = onTime.percent === null;
  return (
    <li>
      <span>{name}</span>
      <svg className={isFew ? 'few' : undefined} width="100%" height="16" aria-hidden="true">
        {!isFew && <rect className="part" width={`${onTime.percent}%`} height="16" />}
        <rect className="whole" x="0.5" y="0.5" width="99.5%" height="15" />
      </svg>
      {onTime.of === 0 ? (
        <small>{words.noneDue}</small>
      ) : (
        <span>
          {isFew ? words.tooFew : <b>{words.percent(onTime)}</b>} <small>{words.share(onTime)}</small>
        </span>
      )}
    </li>
  );
}

function Row({ name, part }: { name: string; part: Part }) {
  const { onTime, solved, reopened } = ratesOf(part.figures);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{part.figures.filed}</td>
      <ShareCell rate={onTime} />
      <ShareCell rate={solved} />
      <ShareCell rate={reopened} />
      <CopiesCells part={part} />
    </tr>
  );
}
