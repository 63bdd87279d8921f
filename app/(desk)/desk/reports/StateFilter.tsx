import type { Route } from 'next';
import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { isSettled } from '#lib/reports/lifecycle.ts';
import { STATES, type State } from '#lib/reports/words.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { STATE_FOR_STAFF } from '#lib/wording/reports.ts';

const words = deskReportWords;

interface StateFilterProps {
  counts: Partial<Record<State, number>>;
  chosen: State | null;
  typed: string;
  open: number;
}

/** Search, and the states, the open ones with their counts. */
export function StateFilter({ counts, chosen, typed, open }: StateFilterProps) {
  const link = (state: State | null, text: string, count: number | null) => (
    <li key={text}>
      <Link
        href={(state === null ? paths.desk.reports : `${paths.desk.reports}?state=${state}`) as Route}
        aria-current={typed === '' && state === chosen ? 'true' : undefined}
      >
        {text} {count !== null && <b>{count}</b>}
      </Link>
    </li>
  );
  return (
    <aside className="filters">
      <form action={paths.desk.reports} className="find">
        <label htmlFor="find">{words.search}</label>
        <input id="find" name="q" type="search" defaultValue={typed} data-key="/" />
        <button type="submit">{words.searchButton}</button>
      </form>
      <section>
        <h2>{words.states}</h2>
        <ul>
          {link(null, words.open, open)}
          {STATES.map((state) => link(state, STATE_FOR_STAFF[state], isSettled(state) ? null : (counts[state] ?? 0)))}
        </ul>
      </section>
    </aside>
  );
}
