import Link from 'next/link';
import { deskWords } from '#lib/wording/desk.ts';
import { type Query, withQuery } from './query.ts';

interface PagesProps {
  /** Of the list; the queue's, unless said otherwise. */
  path?: string;
  query: Query;
  page: number;
  pages: number;
}

/** Links to the other pages of a long list: the ends, and those beside this one. */
export function Pages({ path, query, page, pages }: PagesProps) {
  if (pages === 1) return null;
  const shown = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (n) => n === 1 || n === pages || Math.abs(n - page) <= 2,
  );
  return (
    <nav className="pages" aria-label={deskWords.queue.pages}>
      {shown.map((n) => (
        <Link key={n} href={withQuery(query, { page: String(n) }, path)} aria-current={n === page ? 'page' : undefined}>
          {deskWords.queue.page(n)}
        </Link>
      ))}
    </nav>
  );
}
