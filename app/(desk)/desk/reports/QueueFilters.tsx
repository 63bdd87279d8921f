import { whoIsOn } from '#lib/reports/fold.ts';
import { isSettled } from '#lib/reports/lifecycle.ts';
import { KINDS, STATES, type State, WISHES } from '#lib/reports/words.ts';
import type { QueueEntry } from '#lib/server/reports/staff-queue.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { KIND_FOR_STAFF, STATE_FOR_STAFF, WISH } from '#lib/wording/reports.ts';
import { DeskForm } from '../../parts/DeskForm.tsx';
import { FilterGroup } from '../../parts/FilterGroup.tsx';
import { Notice, SignInAgain } from '../../parts/Outcome.tsx';
import { isSearch, isShown, NOBODY, type QueueQuery, queueAddress } from './query.ts';

const words = deskReportWords;

const nameOf = (who: string) => (who === NOBODY ? words.nobody : who);
/** The list without what is looked for or cut further. */
const noSearch = (query: QueueQuery): QueueQuery => ({
  ...query,
  ...{ typed: '', caller: null, kind: null, wanted: null, who: null, before: null },
});

interface QueueFiltersProps {
  directory: string;
  query: QueueQuery;
  counts: Partial<Record<State, number>>;
  /** How many the chosen tab has; null where that is not known. */
  open: number | null;
  /** The whole list, which kind and wish cut further; none where it is only one page of many. */
  list: readonly QueueEntry[] | null;
}

/**
 * Search, the states, the open ones with their counts, kinds, wishes and who works on it; on a phone they fold into
 * one `<details>`.
 */
export function QueueFilters(props: QueueFiltersProps) {
  const { query, directory } = props;
  const chosen = [
    query.state === null ? words.open : STATE_FOR_STAFF[query.state],
    query.kind && KIND_FOR_STAFF[query.kind],
    query.wanted && WISH[query.wanted],
    query.who && nameOf(query.who),
  ];
  return (
    <aside className="filters">
      <DeskForm action="find-report" className="find" directory={directory} back={queueAddress(noSearch(query))}>
        <label htmlFor="find">{words.search}</label>
        <input id="find" name="q" type="search" defaultValue={query.typed} data-key="/" />
        <Notice />
        <SignInAgain />
        <button type="submit">{words.searchButton}</button>
      </DeskForm>
      <div className="wide-only">
        <Lists {...props} />
      </div>
      <details className="narrow-only">
        <summary>
          <b>{words.filter}</b>
          <span>{isSearch(query) ? words.searchButton : chosen.filter(Boolean).join(' · ')}</span>
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
        chosen={isSearch(query) ? undefined : query.state}
        addressOf={(state) => queueAddress({ ...noSearch(query), state })}
      />
      {list && <Cuts query={query} list={list} />}
    </>
  );
}

/** Kinds, wishes and people with how many there would be, the other cut as it is; what is chosen goes away when asked for again. */
function Cuts({ query, list }: { query: QueueQuery; list: readonly QueueEntry[] }) {
  const only = <T extends string>(
    values: readonly T[],
    textOf: (value: T) => string,
    chosen: T | null,
    cut: (value: T) => Partial<QueueQuery>,
  ) =>
    values
      .map((value) => ({ value, text: textOf(value), count: list.filter(isShown({ ...query, ...cut(value) })).length }))
      .filter(({ value, count }) => count > 0 || value === chosen);
  const people = [...new Set(list.map(({ report }) => whoIsOn(report) ?? NOBODY))].sort();
  return (
    <>
      <FilterGroup
        label={words.kinds}
        choices={only(
          KINDS,
          (kind) => KIND_FOR_STAFF[kind],
          query.kind,
          (kind) => ({ kind }),
        )}
        chosen={query.kind}
        addressOf={(kind) => queueAddress({ ...query, kind: kind === query.kind ? null : kind })}
      />
      <FilterGroup
        label={words.wishes}
        choices={only(
          WISHES,
          (wish) => WISH[wish],
          query.wanted,
          (wanted) => ({ wanted }),
        )}
        chosen={query.wanted}
        addressOf={(wanted) => queueAddress({ ...query, wanted: wanted === query.wanted ? null : wanted })}
      />
      <FilterGroup
        label={words.who}
        choices={only(people, nameOf, query.who, (who) => ({
          who,
        }))}
        chosen={query.who}
        addressOf={(who) => queueAddress({ ...query, who: who === query.who ? null : who })}
      />
    </>
  );
}
