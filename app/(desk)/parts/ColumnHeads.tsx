import type { ReactNode } from 'react';

interface ColumnHeadsProps {
  /** Of a first column that explains itself to those who see it. */
  hidden?: string | undefined;
  texts: readonly string[];
  /** What follows, such as a column without a name. */
  children?: ReactNode;
}

/** The head of a table. */
export function ColumnHeads({ hidden, texts, children }: ColumnHeadsProps) {
  return (
    <thead>
      <tr>
        {hidden !== undefined && (
          <th scope="col">
            <span className="hidden">{hidden}</span>
          </th>
        )}
        {texts.map((text) => (
          <th key={text} scope="col">
            {text}
          </th>
        ))}
        {children}
      </tr>
    </thead>
  );
}
