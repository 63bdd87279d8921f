import { Phrases } from './Phrases.tsx';

/** A table of facts: what we say stands in phrases, what somebody typed as they typed it. */
export function Facts({ rows }: { rows: readonly (readonly [term: string, said: string | readonly string[]])[] }) {
  return (
    <dl className="facts">
      {rows.map(([term, said]) => (
        <div key={term}>
          <dt>{term}</dt>
          {typeof said === 'string' ? (
            <dd className="typed">{said}</dd>
          ) : (
            <dd>
              <Phrases parts={said} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
