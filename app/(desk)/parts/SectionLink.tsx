'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { deskWords } from '#lib/wording/desk.ts';

/** A city in which somebody may open a part of the desk, with how much is there and how much waits for their consent. */
export interface CityCounts {
  city: string;
  count: number | null;
  waiting: number;
}

interface SectionLinkProps {
  path: string;
  also: string | undefined;
  label: string;
  /** The cities where it may be opened, the first one first; null where it is about none. */
  cities: readonly CityCounts[] | null;
}

/** A part of the desk, in the city that the page is about; nothing where it may not be opened there. */
export function SectionLink({ path, also, label, cities }: SectionLinkProps) {
  const here = usePathname();
  const asked = useSearchParams().get('directory');
  const city = asked === null ? cities?.[0] : cities?.find((one) => one.city === asked);
  if (cities !== null && city === undefined) return null;
  const isCurrent = [path, also].some((one) => here === one || here.startsWith(`${one}/`));
  return (
    <Link href={inDirectory(path, asked)} aria-current={isCurrent ? 'page' : undefined}>
      {label}
      {city && city.count !== null && <b> {city.count}</b>}
      {city && city.waiting > 0 && <em>{deskWords.consent.inBar(city.waiting)}</em>}
    </Link>
  );
}
