import type { ReactNode } from 'react';
import { paths } from '#lib/paths.ts';
import type { Row } from '#lib/shown/row.ts';
import { Age } from './Age.tsx';
import { CallLine } from './CallLine.tsx';

interface StationRowProps {
  directory: string;
  row: Row;
  /** The name with the found part marked. */
  name?: ReactNode;
  /** The level of the name's heading: one below what stands over the list. */
  heading?: 'h2' | 'h3';
}

/**
 * One station in a list: its name, how old its numbers are, and every number with its call. `lib/island/rows.ts` builds
 * the same on the phone; a browser test compares the two.
 */
export function StationRow({ directory, row, name, heading: Heading = 'h3' }: StationRowProps) {
  const solid = row.phones.find((phone) => phone.tel !== null);
  return (
    <article className={row.out ? 'row out' : 'row'}>
      <div className="name">
        <Heading>
          <a href={paths.station(directory, row.id)}>
            <span>{name ?? row.name}</span>
          </a>
        </Heading>
        {row.age && <Age parts={row.age} />}
      </div>
      {row.phones.map((phone) => (
        <CallLine key={phone.kind + phone.digits} name={row.name} phone={phone} second={phone !== solid} />
      ))}
      {row.note && <p className="note">{row.note}</p>}
    </article>
  );
}
