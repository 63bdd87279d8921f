import type { Choice, Entry, FilteredQueue } from '#lib/directory/queue.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { flagTitle, SEVERITY } from '#lib/wording/flags.ts';
import { DirectoryField } from '../../parts/DirectoryField.tsx';
import { type FilterChoice, FilterGroup } from '../../parts/FilterGroup.tsx';
import { one, onlyDirectory, type Query, readFilter, withQuery } from './query.ts';

const words = deskWords.queue;

interface FiltersProps {
  directory: PublishedDirectory;
  queue: readonly Entry[];
  filtered: FilteredQueue;
  query: Query;
}

/** Status, severity, district and code as links with counts; on a phone they fold into one `<details>`. */
export function Filters(props: FiltersProps) {
  const { filtered, query } = props;
  const filter = readFilter(query);
  const inStatus = filtered.statuses.find(({ value }) => value === filter.status)?.count ?? 0;
  return (
    <aside className="filters">
      <div className="wide-only">
        <form action={paths.desk.flags} className="find">
          <label htmlFor="find">{words.search}</label>
          <input id="find" name="q" type="search" defaultValue={one(query.q)} data-key="/" />
          {filter.status !== 'open' && <input type="hidden" name="status" value={filter.status} />}
          <DirectoryField asked={one(query.directory)} />
          <button type="submit">{words.searchButton}</button>
        </form>
        <StatusGroup {...props} />
        <SeverityGroup {...props} all={inStatus} />
        <DistrictGroup {...props} />
        <CodeGroup {...props} />
      </div>
      <details className="narrow-only">
        <summary>
          <b>{words.filter}</b>
          <span>
            {deskWords.status[filter.status]} · {filter.severity ? SEVERITY[filter.severity] : words.all}
          </span>
        </summary>
        <StatusGroup {...props} />
        <SeverityGroup {...props} all={filtered.entries.length} />
      </details>
    </aside>
  );
}

function StatusGroup({ filtered, query }: FiltersProps) {
  const { status } = readFilter(query);
  const choices = filtered.statuses.map(({ value, count }) => ({
    text: deskWords.status[value],
    count,
    href: withQuery(onlyDirectory(query), { status: value }),
    isChosen: value === status,
  }));
  return <FilterGroup label={words.status} choices={choices} />;
}

function SeverityGroup({ filtered, query, all }: FiltersProps & { all: number }) {
  const { severity } = readFilter(query);
  const every = {
    text: words.all,
    count: all,
    href: withQuery(query, { severity: null }),
    isChosen: severity === null,
  };
  const choices = cuts(query, 'severity', severity, filtered.severities, (value) => SEVERITY[value]);
  return <FilterGroup label={words.severity} choices={choices.length > 0 ? [every, ...choices] : []} />;
}

function DistrictGroup({ directory, filtered, query }: FiltersProps) {
  const labelOf = (id: string) => directory.districts.find((district) => district.id === id)?.label ?? id;
  const choices = cuts(query, 'district', readFilter(query).district, filtered.districts, labelOf);
  return <FilterGroup label={words.district} choices={choices} />;
}

function CodeGroup({ queue, filtered, query }: FiltersProps) {
  const flags = queue.flatMap((entry) => entry.flags);
  const titleOf = (code: string) => {
    const flag = flags.find((one) => one.code === code);
    return flag ? flagTitle(flag) : code;
  };
  const choices = cuts(query, 'code', readFilter(query).code, filtered.codes, titleOf);
  return <FilterGroup label={words.code} choices={choices} />;
}

/** The values of a filter that can be taken off again by choosing it once more. */
function cuts<T extends string>(
  query: Query,
  name: 'severity' | 'district' | 'code',
  chosen: string | null,
  choices: readonly Choice<T>[],
  textOf: (value: T) => string,
): FilterChoice[] {
  return choices.map(({ value, count }) => ({
    text: textOf(value),
    count,
    href: withQuery(query, { [name]: chosen === value ? null : value }),
    isChosen: chosen === value,
  }));
}
