import { paths } from '#lib/paths.ts';
import { isSettled } from '#lib/reports/lifecycle.ts';
import { KINDS, STATES, type State, WISHES } from '#lib/reports/words.ts';
import type { QueueEntry } from '#lib/server/reports/staff-queue.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { KIND_FOR_STAFF, STATE_FOR_STAFF, WISH } from '#lib/wording/reports.ts';
import { DirectoryField } from '../../parts/DirectoryField.tsx';
import { type FilterChoice, FilterGroup } from '../../parts/FilterGroup.tsx';
import { isShown, type QueueQuery, queueAddress } from './query.ts';

const words = deskReportWords;

interface QueueFiltersProps {
  query: QueueQuery;
  counts: Partial<Record<State, number>>;
  open: number;
  /** The whole list, which kind and wish cut further; none where it is only one page of many. */
  list: readonly QueueEntry[] | null;
}

/** Search, the states, the open ones with their counts, and kinds and wishes; on a phone they fold into one `<details>`. */
export function QueueFilters(props: QueueFiltersProps) {
  const { query } = props;
  const chosen = [
    query.state === null ? words.open : STATE_FOR_STAFF[query.state],
    query.kind && KIND_FOR_STAFF[query.kind],
    query.wanted && WISH[query.wanted],
  ];
  return (
    <aside className="filters">
      <form action={paths.desk.reports} className="find">
        <label htmlFor="find">{words.search}</label>
        <input id="find" name="q" type="search" defaultValue={query.typed} data-key="/" />
        <DirectoryField asked={query.asked} />
        <button type="submit">{words.searchButton}</button>
      </form>
      <div className="wide-only">
        <Lists {...props} />
      </div>
      <details className="narrow-only">
        <summary>
          <b>{words.filter}</b>
          <span>{query.typed === '' ? chosen.filter(Boolean).join(' · ') : words.searchButton}</span>
        </summary>
        <Lists {...props} />
      </details>
    </aside>
  );
}

function Lists(props: QueueFiltersProps) {
  const { query, list } = props;
  const byKind = (kind: QueueQuery['kind']) => ({ ...query, kind: kind === query.kind ? null : kind });
  const byWish = (wanted: QueueQuery['wanted']) => ({ ...query, wanted: wanted === query.wanted ? null : wanted });
  return (
    <>
      <FilterGroup label={words.states} choices={stateChoices(props)} />
      {list && (
        <>
          <FilterGroup
            label={words.kinds}
            choices={KINDS.flatMap((kind) =>
              cut(list, KIND_FOR_STAFF[kind], { ...query, kind }, byKind(kind), kind === query.kind),
            )}
          />
          <FilterGroup
            label={words.wishes}
            choices={WISHES.flatMap((wanted) =>
              cut(list, WISH[wanted], { ...query, wanted }, byWish(wanted), wanted === query.wanted),
            )}
          />
        </>
      )}
    </>
  );
}

function stateChoices({ query, counts, open }: QueueFiltersProps): FilterChoice[] {
  const choice = (state: State | null, text: string, count: number | null): FilterChoice => ({
    text,
    count,
    href: queueAddress({ ...query, typed: '', state, kind: null, wanted: null }),
    isChosen: query.typed === '' && state === query.state,
  });
  return [
    choice(null, words.open, open),
    ...STATES.map((state) => choice(state, STATE_FOR_STAFF[state], isSettled(state) ? null : (counts[state] ?? 0))),
  ];
}

/** A value that cuts the list further, where it leaves any or is the chosen one. */
function cut(list: readonly QueueEntry[], text: string, shown: QueueQuery, to: QueueQuery, isChosen: boolean) {
  const count = list.filter(isShown(shown)).length;
  return count > 0 || isChosen ? [{ text, count, href: queueAddress(to), isChosen }] : [];
}
