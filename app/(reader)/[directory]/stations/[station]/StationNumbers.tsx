import { cannotCall, kindWord, phoneNotes, shownName } from '#lib/directory/phone-words.ts';
import type { PhoneView, StationView } from '#lib/directory/present.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { ageParts, words } from '#lib/wording/reader.ts';
import { Age } from '../../../parts/Age.tsx';
import { DeadNumber } from '../../../parts/CallLine.tsx';

interface StationNumbersProps {
  directory: PublishedDirectory;
  view: StationView;
  /** The city line stands above as the solid button: no number here is. */
  lineFirst: boolean;
}

/** Every number of the station, large; the first that can be called has the solid button. */
export function StationNumbers({ directory, view, lineFirst }: StationNumbersProps) {
  const callable = view.phones.filter((phone) => phone.tel !== null);
  return view.phones.map((phone) => (
    <section className="number" key={phone.phone.id}>
      <div className="top">
        <h2>{kindWord(phone)}</h2>
        {!phone.outOfUse && <Age parts={ageParts(directory.facts.printedAbout, phone.phone.checked)} />}
      </div>
      {phone.tel === null ? (
        <DeadNumber digits={phone.outOfUse ? null : phone.digits} problem={cannotCall(phone)} />
      ) : (
        <BigCall name={shownName(view)} view={phone} first={!lineFirst && phone === callable[0]} />
      )}
      {phoneNotes(directory, phone).map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
    </section>
  ));
}

function BigCall({ name, view, first }: { name: string; view: PhoneView; first: boolean }) {
  return (
    <>
      <span className="big">{view.digits}</span>
      <a className={first ? 'call first' : 'call second'} href={view.tel ?? undefined}>
        <span className="vh">{`${words.call}${name} ${kindWord(view)} ${view.digits}`}</span>
        <span aria-hidden="true">{words.call + kindWord(view)}</span>
      </a>
    </>
  );
}
