import { paths } from '#lib/paths.ts';
import { isSettled } from '#lib/reports/lifecycle.ts';
import { KINDS, STATES, type State, WISHES } from '#lib/reports/words.ts';
import type { QueueEntry } from '#lib/server/reports/staff-queue.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { KIND_FOR_STAFF, STATE_FOR_STAFF, WISH } from '#lib/wording/reports.ts';
import { DirectoryField } from '../../parts/DirectoryField.tsx';
import { FilterGroup } from '../../parts/FilterGroup.tsx';
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
  const { query, counts, open, list } = props;
  const states = STATES.map((state) => ({
    value: state,
    text: STATE_FOR_STAFF[state],
    count: isSettled(state) ? null : (counts[state] ?? 0),
  }));
  return (
    <>
      <FilterGroup
        label={words.states}
        choices={[{ value: null, text: words.open, count: open }, ...states]}
        chosen={query.typed === '' ? query.state : undefined}
        addressOf={(state) => queueAddress({ ...query, typed: '', state, kind: null, wanted: null })}
      />
      {list && <Cuts query={query} list={list} />}
    </>
  );
}

/** Kinds and wishes with how many there would be, the other cut as it is; what is chosen goes away when asked for again. */
function Cuts({ query, list }: { query: QueueQuery; list: readonly QueueEntry[] }) {
  const only = <T extends string>(
    values: readonly T[],
    texts: Record<T, string>,
    chosen: T | null,
    cut: (value: T) => Partial<QueueQuery>,
  ) =>
    values
      .map((value) => ({ value, text: texts[value], count: list.filter(isShown({ ...query, ...cut(value) })).length }))
      .filter(({ value, count }) => count > 0 || value === chosen);
  return (
    <>
      <FilterGroup
        label={words.kinds}
        choices={only(KINDS, KIND_FOR_STAFF, query.kind, (kind) => ({ kind }))}
        chosen={query.kind}
        addressOf={(kind) => queueAddress({ ...query, kind: kind === query.kind ? null : kind })}
      />
      <FilterGroup
        label={words.wishes}
        choices={only(WISHES, WISH, query.wanted, (wanted) => ({ wanted }))}
        chosen={query.wanted}
        addressOf={(wanted) => queueAddress({ ...query, wanted: wanted === query.wanted ? null : wanted })}
      />
    </>
  );
}
