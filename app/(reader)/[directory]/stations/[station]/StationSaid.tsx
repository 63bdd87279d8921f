import type { Station } from '#lib/directory/records.ts';
import { checkedWords } from '#lib/wording/age.ts';
import { openWords } from '#lib/wording/open.ts';

/** What no paper prints: where the station is, when it is open, and what staff tell of it, each with how they know. */
export function StationSaid({ station: { address, hours, note } }: { station: Station }) {
  if (!address && !hours && !note) return null;
  return (
    <section className="section said">
      {address && (
        <>
          <h2>{openWords.address}</h2>
          <p>{address.value}</p>
          <p className="note">{checkedWords(address)}</p>
        </>
      )}
      {hours && (
        <>
          <h2>{openWords.heading}</h2>
          {openWords.week(hours.value).map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p className="note">{checkedWords(hours)}</p>
        </>
      )}
      {note && (
        <p className="remark">
          {note.value}
          <br />
          <span className="note">{checkedWords(note)}</span>
        </p>
      )}
    </section>
  );
}
