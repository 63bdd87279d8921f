'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { deskWords } from '#lib/wording/desk.ts';

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
      <ul>
        {cities.map(({ id, city }) => (
          <li key={id}>
            <Link href={inDirectory(section, id)} aria-current={id === current?.id ? 'true' : undefined}>
              {city}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
