import Link from 'next/link';
import type { PublishedDirectory, Station } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { viewStation } from '#lib/shown/present.ts';
import { rowOf } from '#lib/shown/row.ts';
import { deskWords } from '#lib/wording/desk.ts';
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
  const row = rowOf(directory, view);
  return (
    <section className="readers">
      <h2>{words.readers}</h2>
      <div className="reader">
        <p>
          <b>{row.name}</b>
          {row.age && <span>{row.age.join(' · ')}</span>}
        </p>
        {row.phones.map((phone, index) => (
          <div key={view.phones[index]?.phone.id} className={phone.tel === null ? 'barred' : 'call'}>
            <p>
              {phone.kind} <b>{phone.digits}</b>
              {phone.tel !== null && <span className="pill">{words.call}</span>}
            </p>
            {phone.problem && <p>{phone.problem}</p>}
            {phone.age && <small>{phone.age.join(' · ')}</small>}
          </div>
        ))}
        {row.note && <p className="hint">{row.note}</p>}
      </div>
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
