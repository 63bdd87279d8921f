import type { PublishedDirectory, Station } from '#lib/directory/records.ts';
import { viewStation } from '#lib/shown/present.ts';
import { rowOf } from '#lib/shown/row.ts';
import { spacedAge } from '#lib/wording/age.ts';
import { deskWords } from '#lib/wording/desk.ts';

const words = deskWords.entry;

/** A station as readers have it in a list. Nothing here can be called by mistake. */
export function ReaderRow({ directory, station }: { directory: PublishedDirectory; station: Station }) {
  const view = viewStation(directory, station);
  const row = rowOf(directory, view);
  return (
    <div className="reader">
      <p>
        <b>{row.name}</b>
        {row.age && <span>{spacedAge(row.age)}</span>}
      </p>
      {row.phones.map((phone, index) => (
        <div key={view.phones[index]?.phone.id} className={phone.tel === null ? 'barred' : 'call'}>
          <p>
            {phone.kind} <b>{phone.digits}</b>
            {phone.tel !== null && <span className="pill">{words.call}</span>}
          </p>
          {phone.problem && <p>{phone.problem}</p>}
          {phone.age && <small>{spacedAge(phone.age)}</small>}
        </div>
      ))}
      {row.note && <p className="hint">{row.note}</p>}
    </div>
  );
}
