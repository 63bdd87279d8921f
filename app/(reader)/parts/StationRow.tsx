import type { ReactNode } from 'react';
import type { StationView } from '#lib/directory/present.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { Age } from './Age.tsx';
import { CallLine, LineAge } from './CallLine.tsx';
import { rowNote, shownName } from './phone-words.ts';

interface StationRowProps {
  directory: PublishedDirectory;
  view: StationView;
  /** Said instead of the row's own note, such as why the station stands in this list. */
  note?: string;
  /** The name with the found part marked. */
  name?: ReactNode;
  /** The level of the name's heading: one below what stands over the list. */
  heading?: 'h2' | 'h3';
}

/** One station in a list: its name, how old its numbers are, and every number with its call. */
export function StationRow({ directory, view, note, name, heading: Heading = 'h3' }: StationRowProps) {
  const shown = view.phones.filter((phone) => !phone.outOfUse);
  const ages = new Set(shown.map(({ phone }) => JSON.stringify(phone.checked)));
  const remark = note ?? rowNote(directory, view);
  const callable = view.phones.filter((phone) => phone.tel !== null);
  return (
    <article className={view.cityLineFirst ? 'row out' : 'row'}>
      <div className="name">
        <Heading>
          <a href={paths.station(directory.id, view.station.id)}>
            <span>{name ?? shownName(view)}</span>
          </a>
        </Heading>
        {ages.size === 1 && (
          <Age printedAbout={directory.facts.printedAbout} checked={shown[0]?.phone.checked ?? null} />
        )}
      </div>
      {view.phones.map((phone) => (
        <div key={phone.phone.id}>
          <CallLine name={shownName(view)} view={phone} second={phone !== callable[0]} />
          {ages.size > 1 && <LineAge directory={directory} view={phone} />}
        </div>
      ))}
      {remark && <p className="note">{remark}</p>}
    </article>
  );
}
