'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { inDirectory } from '#lib/server/desk/in-directory.ts';

interface SectionLinkProps {
  path: string;
  also: string | undefined;
  label: string;
  /** The cities where it may be opened, the first one first, with how much waits there; null where it is about none. */
  cities: readonly [city: string, count: number | null][] | null;
}

/** A part of the desk, in the city that the page is about; nothing where it may not be opened there. */
export function SectionLink({ path, also, label, cities }: SectionLinkProps) {
  const here = usePathname();
  const asked = useSearchParams().get('directory');
  const city = asked === null ? cities?.[0] : cities?.find(([id]) => id === asked);
  if (cities !== null && city === undefined) return null;
  const isCurrent = [path, also].some((one) => here === one || here.startsWith(`${one}/`));
  return (
    <Link href={inDirectory(path, asked)} aria-current={isCurrent ? 'page' : undefined}>
      {label}
      {city && city[1] !== null && <b> {city[1]}</b>}
    </Link>
  );
}
