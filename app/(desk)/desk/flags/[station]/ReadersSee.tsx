import Link from 'next/link';
import type { PublishedDirectory, Station } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { viewStation } from '#lib/shown/present.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { ReaderRow } from '../ReaderRow.tsx';
import { kindWord, staffDigits } from '../words.ts';

const words = deskWords.entry;

interface ReadersSeeProps {
  directory: PublishedDirectory;
  station: Station;
  /** The directory the address asks for. */
  asked: string | undefined;
}

/** The station as readers have it now, and a way to check each of its numbers. Nothing here can be called by mistake. */
export function ReadersSee({ directory, station, asked }: ReadersSeeProps) {
  const view = viewStation(directory, station);
  return (
    <section className="readers">
      <h2>{words.readers}</h2>
      <ReaderRow directory={directory} station={station} />
      <ul className="checks">
        {view.phones.map(({ phone }) => (
          <li key={phone.id}>
            <Link
              href={inDirectory(`${paths.desk.flag(station.id)}?on=${encodeURIComponent(`number:${phone.id}`)}`, asked)}
            >
              {words.checkThis(kindWord(phone), staffDigits(phone, directory.facts.country))}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
