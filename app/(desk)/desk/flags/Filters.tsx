import type { Choice, FilteredQueue, ReviewEntry } from '#lib/directory/queue.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { flagTitle, SEVERITY } from '#lib/wording/flags.ts';
import { DirectoryField } from '../../parts/DirectoryField.tsx';
import { FilterGroup } from '../../parts/FilterGroup.tsx';
import { one, onlyDirectory, type Query, readFilter, withQuery } from './query.ts';

const words = deskWords.queue;

interface FiltersProps {
  directory: PublishedDirectory;
  queue: readonly ReviewEntry[];
  filtered: FilteredQueue;
  query: Query;
}

/** Status, severity, district and code as links with counts; on a phone two of them fold into one `<details>`. */
export function Filters(props: FiltersProps) {
  const { status, severity } = readFilter(props.query);
  return (
    <aside className="filters">
      <div className="wide-only">
        <Search query={props.query} />
        <Groups {...props} names={['status', 'severity', 'district', 'code']} />
      </div>
      <details className="narrow-only">
        <summary>
          <b>{words.filter}</b>
          <span>
            {deskWords.status[status]} · {severity ? SEVERITY[severity] : words.all}
          </span>
        </summary>
        <Groups {...props} names={['status', 'severity']} />
      </details>
    </aside>
  );
}

function Search({ query }: { query: Query }) {
  const { status } = readFilter(query);
  return (
    <form action={paths.desk.flags} className="find">
      <label htmlFor="find">{words.search}</label>
      <input id="find" name="q" type="search" defaultValue={one(query.q)} data-key="/" />
      {status !== 'open' && <input type="hidden" name="status" value={status} />}
      <DirectoryField asked={one(query.directory)} />
      <button type="submit">{words.searchButton}</button>
    </form>
  );
}

type Name = 'status' | 'severity' | 'district' | 'code';
interface Shown {
  value: string | null;
  text: string;
  count: number;
}

const shown = <T extends string>(choices: readonly Choice<T>[], textOf: (value: T) => string): Shown[] =>
  choices.map(({ value, count }) => ({ value, count, text: textOf(value) }));

/** What each group offers. */
function choicesOf({ directory, queue, filtered, query }: FiltersProps): Record<Name, Shown[]> {
  const titleOf = (code: string) => {
    const entry = queue.find(({ flags }) => flags.some((flag) => flag.code === code));
    const flag = entry?.flags.find((one) => one.code === code);
    return flag ? flagTitle(flag) : code;
  };
  const labelOf = (id: string) => directory.districts.find((district) => district.id === id)?.label ?? id;
  const { status } = readFilter(query);
  const count = filtered.statuses.find(({ value }) => value === status)?.count ?? 0;
  const severities = shown(filtered.severities, (value) => SEVERITY[value]);
  return {
    status: shown(filtered.statuses, (value) => deskWords.status[value]),
    severity: severities.length > 0 ? [{ value: null, text: words.all, count }, ...severities] : [],
    district: shown(filtered.districts, labelOf),
    code: shown(filtered.codes, titleOf),
  };
}

/** What is chosen goes away when it is asked for again; one status always stands, and another begins anew. */
function Groups({ names, ...props }: FiltersProps & { names: readonly Name[] }) {
  const { query } = props;
  const filter = readFilter(query);
  const choices = choicesOf(props);
  const address = (name: Name, value: string | null) =>
    name === 'status'
      ? withQuery(onlyDirectory(query), { status: value })
      : withQuery(query, { [name]: value === filter[name] ? null : value });
  return names
    .filter((name) => choices[name].length > 0)
    .map((name) => (
      <FilterGroup
        key={name}
        label={words[name]}
        choices={choices[name]}
        chosen={filter[name]}
        addressOf={(value) => address(name, value)}
      />
    ));
}
