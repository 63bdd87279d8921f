import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { isSettled } from '#lib/reports/lifecycle.ts';
import { STATES, type State } from '#lib/reports/words.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { STATE_FOR_STAFF } from '#lib/wording/reports.ts';
import { DirectoryField } from '../../parts/DirectoryField.tsx';
import { inDirectory } from '../../parts/in-directory.ts';

const words = deskReportWords;

interface StateFilterProps {
  /** The directory the address asks for. */
  asked: string | undefined;
  counts: Partial<Record<State, number>>;
  chosen: State | null;
  typed: string;
  open: number;
}

/** Search, and the states, the open ones with their counts. */
export function StateFilter({ asked, counts, chosen, typed, open }: StateFilterProps) {
  const link = (state: State | null, text: string, count: number | null) => (
    <li key={text}>
      <Link
        href={inDirectory(state === null ? paths.desk.reports : `${paths.desk.reports}?state=${state}`, asked)}
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
        <DirectoryField asked={asked} />
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
