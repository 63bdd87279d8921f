import type { Route } from 'next';
import Link from 'next/link';

interface FilterGroupProps<T extends string | null> {
  label: string;
  choices: readonly { value: T; text: string; count: number | null }[];
  chosen: T | null | undefined;
  addressOf: (value: T) => Route;
}

/** Ways to cut a list, as links with counts. */
export function FilterGroup<T extends string | null>({ label, choices, chosen, addressOf }: FilterGroupProps<T>) {
  return (
    <section>
      <h2>{label}</h2>
      <ul>
        {choices.map(({ value, text, count }) => (
          <li key={value ?? ''}>
            <Link href={addressOf(value)} aria-current={value === chosen ? 'true' : undefined}>
              {text} {count !== null && <b>{count}</b>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
