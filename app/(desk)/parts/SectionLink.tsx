'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';

interface SectionLinkProps {
  path: string;
  label: string;
  count: number | undefined;
}

export function SectionLink({ path, label, count }: SectionLinkProps) {
  const here = usePathname();
  const isCurrent = here === path || here.startsWith(`${path}/`);
  return (
    <Link href={path as Route} aria-current={isCurrent ? 'page' : undefined}>
      {label}
      {count !== undefined && <b> {count}</b>}
    </Link>
  );
}
