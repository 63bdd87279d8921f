import type { Flag, PublishedDirectory, Station } from '#lib/directory/records.ts';
import { showable } from '#lib/text/text.ts';
import { longDate } from '#lib/wording/dates.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { ColumnHeads } from '../../../parts/ColumnHeads.tsx';
import { Scroll } from '../../../parts/Scroll.tsx';

const words = deskWords.entry;
const NEIGHBOURS = 2;
const COLUMNS = ['district', 'name', 'office', 'mobile'] as const;

interface PrintedProps {
  directory: PublishedDirectory;
  station: Station;
  flags: readonly Flag[];
}

/** The row as it stands on the paper, with those around it; the cells that are doubted are marked. */
export function Printed({ directory, station, flags }: PrintedProps) {
  const near = directory.stations.filter(
    ({ row, keptFrom, added }) => !added && keptFrom === station.keptFrom && Math.abs(row - station.row) <= NEIGHBOURS,
  );
  const doubted = new Set(flags.map(({ subject }) => subject.field));
  return (
    <section>
      <h2>{words.printed}</h2>
      <Scroll label={words.printed} to=".hit .cell">
        <table className="printed">
          <ColumnHeads texts={(['row', ...COLUMNS] as const).map((column) => words.columns[column])} />
          <tbody>
            {near.map((one) => (
              <tr key={one.id} className={one === station ? 'hit' : undefined}>
                <th scope="row">{one.row}</th>
                {COLUMNS.map((column) => (
                  <td key={column} className={one === station && doubted.has(column) ? 'cell' : undefined}>
                    {showable(printedCell(directory, one, column)) || <small>{words.blank}</small>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="hint">
        {station.keptFrom === undefined ? words.edition(longDate(directory.facts.effectiveFrom)) : words.keptFrom}
      </p>
    </section>
  );
}

/** A cell as printed; a cell that held several numbers shows them as the paper has them. */
function printedCell({ phones }: PublishedDirectory, station: Station, column: (typeof COLUMNS)[number]): string {
  if (column === 'district' || column === 'name') return station[column].printed ?? '';
  const own = phones.filter((phone) => phone.station === station.id && phone.role === column);
  return [...new Set(own.map(({ cells, printed }) => cells[0]?.raw ?? printed))].join(' ');
}
