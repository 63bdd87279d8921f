import type { PublishedDirectory } from '#lib/directory/records.ts';
import { QUERY_LIMIT } from '#lib/lookup/limits.ts';
import { paths } from '#lib/paths.ts';
import { isSearchedOnPhone } from '#lib/server/lookup.ts';
import { callName } from '#lib/shown/call-name.ts';
import { words } from '#lib/wording/reader.ts';
import { cityLineText } from './CityLine.tsx';

/** Tells the page's script whose field it takes over, and whether the phone searches by itself. */
export function searchAttributes(directory: PublishedDirectory): Record<`data-${string}`, string> {
  return { 'data-lookup': directory.id, 'data-searched': isSearchedOnPhone(directory) ? 'phone' : 'server' };
}

/** The one search field. A plain GET form: the server answers when there is no script. */
export function SearchForm({ directory, query = '' }: { directory: PublishedDirectory; query?: string }) {
  return (
    <search>
      <form action={paths.directory(directory.id)} method="get">
        <label htmlFor="q">{words.search.label}</label>
        <input
          id="q"
          name="q"
          type="text"
          inputMode="text"
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={QUERY_LIMIT}
          defaultValue={query}
        />
        <button className="btn" type="submit">
          {words.search.button}
        </button>
      </form>
      <p className="vh" id="spoken" role="status" />
    </search>
  );
}

/** The districts as cells, and the city line as the last of them. */
export function DistrictCells({ directory, heading }: { directory: PublishedDirectory; heading: string }) {
  const line = cityLineText(directory);
  return (
    <>
      <h2>{heading}</h2>
      <ul className="cells">
        {directory.districts.map((district) => (
          <li key={district.id}>
            <a href={paths.district(directory.id, district.id)}>{district.label}</a>
          </li>
        ))}
        <li>
          <a
            className="city"
            href={line.tel}
            aria-label={callName(
              `${words.cityLine.owner(directory.facts.cityLine.label)} ${words.cityCell}`,
              line.digits,
            )}
          >
            {words.cityCell}
          </a>
        </li>
      </ul>
    </>
  );
}
