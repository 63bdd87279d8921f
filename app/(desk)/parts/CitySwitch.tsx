'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useId } from 'react';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { DirectoryField } from './DirectoryField.tsx';

/** So many are seen at a glance. */
const MOST_LISTED = 12;

interface CitySwitchProps {
  /** The first is the one a page is about that names none. */
  cities: readonly { id: string; city: string }[];
  /** The addresses of the parts of the desk: another city opens at the same part. */
  sections: readonly string[];
}

/** Which city the desk is about, and the others. It closes once another one is chosen. */
export function CitySwitch({ cities, sections }: CitySwitchProps) {
  const here = usePathname();
  const asked = useSearchParams().get('directory');
  const current = cities.find(({ id }) => id === asked) ?? cities[0];
  const section = sections.find((path) => here === path || here.startsWith(`${path}/`)) ?? paths.desk.home;
  return (
    <details className="cities" key={`${here} ${current?.id}`}>
      <summary aria-label={deskWords.cities(current?.city ?? '')}>{current?.city}</summary>
      {cities.length > MOST_LISTED ? (
        <CitySearch to={section} asked={current?.id} />
      ) : (
        <ul>
          {cities.map(({ id, city }) => (
            <li key={id}>
              <Link href={inDirectory(section, id)} aria-current={id === current?.id ? 'true' : undefined}>
                {city}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

interface CitySearchProps {
  /** The part of the desk at which the found city opens. */
  to: string;
  asked: string | undefined;
}

/** Of many cities one is searched for: a list of all would be longer than the screen. */
export function CitySearch({ to, asked, query = '' }: CitySearchProps & { query?: string }) {
  const { label, hint, submit, all } = deskWords.citySearch;
  const id = useId();
  return (
    <search>
      <form className="city-search" action={paths.desk.cities}>
        <DirectoryField asked={asked} />
        <input type="hidden" name="to" value={to} />
        <label htmlFor={id}>{label}</label>
        <input id={id} name="q" autoComplete="off" placeholder={hint} defaultValue={query} />
        <p className="buttons">
          <button type="submit">{submit}</button>
          <Link href={inDirectory(paths.desk.citiesTo(to), asked)}>{all}</Link>
        </p>
      </form>
    </search>
  );
}
