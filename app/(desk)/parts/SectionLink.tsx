'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { inDirectory } from './in-directory.ts';

interface SectionLinkProps {
  path: string;
  label: string;
  /** How much waits there in each directory, the first one first. */
  counts: readonly [directory: string, count: number][];
}

export function SectionLink({ path, label, counts }: SectionLinkProps) {
  const here = usePathname();
  const asked = useSearchParams().get('directory');
  const isCurrent = here === path || here.startsWith(`${path}/`);
  const [, count] = counts.find(([directory]) => directory === asked) ?? counts[0] ?? [];
  return (
    <Link href={inDirectory(path, asked)} aria-current={isCurrent ? 'page' : undefined}>
      {label}
      {count !== undefined && <b> {count}</b>}
    </Link>
  );
}
