import type { Route } from 'next';
import Link from 'next/link';

export interface FilterChoice {
  text: string;
  /** How many it would leave; null where that is not counted. */
  count: number | null;
  href: Route;
  isChosen: boolean;
}

/** The values of one filter as links, each with how many it would leave. */
export function FilterGroup({ label, choices }: { label: string; choices: readonly FilterChoice[] }) {
  if (choices.length === 0) return null;
  return (
    <section>
      <h2>{label}</h2>
      <ul>
        {choices.map(({ text, count, href, isChosen }) => (
          <li key={href}>
            <Link href={href} aria-current={isChosen ? 'true' : undefined}>
              {text} {count !== null && <b>{count}</b>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
