import { reviewQueue, summarise } from '#lib/directory/queue.ts';
import type { DirectoryTables } from '#lib/directory/records.ts';
import type { DraftState } from '#lib/server/editions/drafts.ts';
import type { Preview } from '#lib/server/editions/preview.ts';
import { importWords } from '#lib/wording/editions.ts';

const words = importWords.differences;

/** What becomes of the numbers that somebody has checked. */
export function checksOf({ editions }: DraftState, { shown, tables }: Preview) {
  const checked = editions.published.directory.phones.filter((phone) => phone.checked !== null);
  const dated = Map.groupBy(
    shown.phones.filter((phone) => phone.checked !== null),
    ({ station }) => station,
  );
  const stations = new Set(tables.stations.map(({ id }) => id));
  /** The same print, or one that prints what it was corrected to. */
  const isKept = ({ id, station, tel }: (typeof checked)[number]) =>
    (dated.get(station) ?? []).some((phone) => phone.id === id || phone.tel === tel);
  const kept = checked.filter(isKept).length;
  const changed = checked.filter((phone) => !isKept(phone) && stations.has(phone.station)).length;
  return { all: checked.length, kept, changed, gone: checked.length - kept - changed };
}

/** How many entries wait for a decision, in words. */
export function entriesOf(tables: Pick<DirectoryTables, 'stations' | 'flags'>): string {
  const { entries, errors, warnings } = summarise(reviewQueue(tables));
  return words.entries(entries, errors + warnings);
}

/** How both editions add up, and what becomes of earlier checks. */
export function DifferenceCounts({ state, preview }: { state: DraftState; preview: Preview }) {
  const { differences } = preview;
  const { directory, printed } = state.editions.published;
  const checks = checksOf(state, preview);
  const others = preview.lapsed.filter(({ phone }) => phone === null).length;
  return (
    <aside className="side">
      <section className="panel-box">
        <h2>{words.counts}</h2>
        <Counts preview={preview} before={printed.stations.length} />
      </section>
      <section>
        <h2>{words.checksHeading(checks.all)}</h2>
        {checks.all === 0 ? (
          <p className="hint">{words.noChecks}</p>
        ) : (
          <table className="counts">
            <tbody>
              {(['kept', 'changed', 'gone'] as const).map((what) => (
                <tr key={what}>
                  <th scope="row">{words.checks[what]}</th>
                  <td>{checks[what]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {checks.all > checks.kept && <p className="hint">{words.checksNote}</p>}
        {others > 0 && <p className="hint">{words.lapsedOthers(others)}</p>}
      </section>
      <section>
        <h2>{words.flags}</h2>
        <p>{words.flagsText(entriesOf(directory), entriesOf(preview.shown))}</p>
      </section>
      {differences.kept.length > 0 && <p className="hint">{`${words.sections.kept} ${differences.kept.length}`}</p>}
    </aside>
  );
}

/** Each station counts once, under the first of these that is true of it. */
function Counts({ preview: { differences, tables, open }, before }: { preview: Preview; before: number }) {
  const { renamed, moved, changed, added, gone, kept, same } = differences;
  const asked = new Set(
    open.flatMap(({ kind, candidate }) => (kind === 'district' || kind === 'closed' ? [] : [candidate.id])),
  );
  const ids = (list: readonly { station: string }[]) => list.map(({ station }) => station);
  const counted = new Set<string>();
  const count = (stations: readonly string[]) => {
    const fresh = stations.filter((id) => !counted.has(id));
    for (const id of fresh) counted.add(id);
    return new Set(fresh).size;
  };
  const rows: [string, number | null, number | null][] = [[words.sections.same, same, same]];
  const both = (title: string, n: number) => {
    if (n > 0) rows.push([title, n, n]);
  };
  const returned = open.filter(({ kind }) => kind === 'returned').length;
  const toDecide = count([...asked]);
  both(words.sections.renamed, count(ids(renamed)));
  both(words.sections.moved, count(ids(moved)));
  both(words.sections.changed, count(ids(changed)));
  both(words.sections.kept, kept.length);
  if (toDecide > 0) rows.push([words.toDecide, toDecide - returned, toDecide]);
  if (gone.length > 0) rows.push([words.sections.gone, gone.length, null]);
  const fresh = added.filter(({ id }) => !asked.has(id)).length;
  if (fresh > 0) rows.push([words.sections.added, null, fresh]);
  return (
    <table className="counts">
      <thead>
        <tr>
          <td />
          <th scope="col">{words.countColumns.now}</th>
          <th scope="col">{words.countColumns.fresh}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([title, then, now]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td>{then}</td>
            <td>{now}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          <td>{before}</td>
          <td>{tables.stations.length}</td>
        </tr>
      </tfoot>
    </table>
  );
}
