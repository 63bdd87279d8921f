import Link from 'next/link';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import type { Choice, Entry, FilteredQueue } from '#lib/review/queue.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { flagTitle, SEVERITY } from '#lib/wording/flags.ts';
import { DirectoryField } from '../../parts/DirectoryField.tsx';
import { one, onlyDirectory, type Query, readFilter, withQuery } from './query.ts';

const words = deskWords.queue;

interface FiltersProps {
  directory: PublishedDirectory;
  queue: readonly Entry[];
  filtered: FilteredQueue;
  query: Query;
}

/** Status, severity, district and code as links with counts; on a phone they fold into one `<details>`. */
export function Filters({ directory, queue, filtered, query }: FiltersProps) {
  const filter = readFilter(query);
  const titleOf = (code: string) => {
    const entry = queue.find(({ flags }) => flags.some((flag) => flag.code === code));
    const flag = entry?.flags.find((one) => one.code === code);
    return flag ? flagTitle(flag) : code;
  };
  const labelOf = (id: string) => directory.districts.find((district) => district.id === id)?.label ?? id;
  const inStatus = filtered.statuses.find(({ value }) => value === filter.status)?.count ?? 0;
  const group = { query, all: inStatus };
  const lists = (
    <>
      <form action={paths.desk.flags} className="find">
        <label htmlFor="find">{words.search}</label>
        <input id="find" name="q" type="search" defaultValue={one(query.q)} data-key="/" />
        {filter.status !== 'open' && <input type="hidden" name="status" value={filter.status} />}
        <DirectoryField asked={one(query.directory)} />
        <button type="submit">{words.searchButton}</button>
      </form>
      <Group
        {...group}
        name="status"
        chosen={filter.status}
        label={words.status}
        choices={filtered.statuses}
        textOf={(value) => deskWords.status[value]}
      />
      <Group
        {...group}
        name="severity"
        chosen={filter.severity}
        label={words.severity}
        choices={filtered.severities}
        textOf={(value) => SEVERITY[value]}
      />
      <Group
        {...group}
        name="district"
        chosen={filter.district}
        label={words.district}
        choices={filtered.districts}
        textOf={labelOf}
      />
      <Group {...group} name="code" chosen={filter.code} label={words.code} choices={filtered.codes} textOf={titleOf} />
    </>
  );
  return (
    <aside className="filters">
      <div className="wide-only">{lists}</div>
      <details className="narrow-only">
        <summary>
          <b>{words.filter}</b>
          <span>
            {deskWords.status[filter.status]} · {filter.severity ? SEVERITY[filter.severity] : words.all}
          </span>
        </summary>
        <FilterLinks query={query} filtered={filtered} chosen={filter.status} />
      </details>
    </aside>
  );
}

/** On a phone: the states and the severities; the lists of districts and codes are for a desk. */
function FilterLinks({ query, filtered, chosen }: { query: Query; filtered: FilteredQueue; chosen: string }) {
  const { severity } = readFilter(query);
  return (
    <>
      <Group
        query={query}
        name="status"
        chosen={chosen}
        label={words.status}
        choices={filtered.statuses}
        textOf={(value) => deskWords.status[value]}
      />
      <Group
        query={query}
        name="severity"
        chosen={severity}
        label={words.severity}
        choices={filtered.severities}
        textOf={(value) => SEVERITY[value]}
        all={filtered.entries.length}
      />
    </>
  );
}

interface GroupProps<T extends string> {
  query: Query;
  name: 'status' | 'severity' | 'district' | 'code';
  chosen: string | null;
  label: string;
  choices: readonly Choice<T>[];
  textOf: (value: T) => string;
  all?: number;
}

function Group<T extends string>({ query, name, chosen, label, choices, textOf, all }: GroupProps<T>) {
  if (choices.length === 0) return null;
  const isStatus = name === 'status';
  const address = (value: T | null) =>
    isStatus ? withQuery(onlyDirectory(query), { status: value }) : withQuery(query, { [name]: value });
  return (
    <section>
      <h2>{label}</h2>
      <ul>
        {name === 'severity' && (
          <li>
            <Link href={address(null)} aria-current={chosen === null ? 'true' : undefined}>
              {words.all} <b>{all}</b>
            </Link>
          </li>
        )}
        {choices.map(({ value, count }) => (
          <li key={value}>
            <Link
              href={address(chosen === value && !isStatus ? null : value)}
              aria-current={chosen === value ? 'true' : undefined}
            >
              {textOf(value)} <b>{count}</b>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
