interface HeadsProps {
  columns: readonly string[];
  /** A last column of buttons, which has no heading. */
  buttons?: boolean;
}

/** The head of a table. */
export function Heads({ columns, buttons = false }: HeadsProps) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
        {buttons && <td />}
      </tr>
    </thead>
  );
}
