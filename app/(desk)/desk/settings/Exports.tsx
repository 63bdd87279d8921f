import { getDesk } from '#lib/server/desk.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';
import { ColumnHeads } from '../../parts/ColumnHeads.tsx';
import { Scroll } from '../../parts/Scroll.tsx';

const words = deskWords.settings.exports;
const SHOWN = 20;

/** Who took which list of a city along, and when. */
export async function Exports({ directory }: { directory: string }) {
  const { store } = await getDesk();
  const rows = await store.exports.newest(directory, SHOWN);
  return (
    <section className="panel">
      <h2>{words.heading}</h2>
      {rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Scroll label={words.heading}>
          <table>
            <ColumnHeads texts={words.columns} />
            <tbody>
              {rows.map(({ id, at, by, what }) => (
                <tr key={id}>
                  <td>{shortTime(at)}</td>
                  <th scope="row">{by}</th>
                  <td>{what}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
