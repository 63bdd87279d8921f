import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { ageOfPhone } from '#lib/shown/age.ts';
import { cannotCall, kindWord, phoneNotes, shownName } from '#lib/shown/phone-words.ts';
import type { StationView } from '#lib/shown/present.ts';
import { deadNumberMarkup } from '#lib/shown/row-markup.ts';
import { problemWords } from '#lib/wording/problem.ts';
import { Age } from '../../../parts/Age.tsx';
import { reactElement } from '../../../parts/react-element.ts';
import { BigCall } from './BigCall.tsx';

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
        {!phone.outOfUse && <Age age={ageOfPhone(directory, phone.phone)} />}
      </div>
      {phone.tel === null ? (
        deadNumberMarkup(reactElement, { digits: phone.outOfUse ? null : phone.digits, problem: cannotCall(phone) })
      ) : (
        <BigCall name={shownName(view)} view={phone} first={!lineFirst && phone === callable[0]} />
      )}
      {phone.tel !== null && (
        <a className="quiet" href={paths.problem(directory.id, view.station.id, phone.phone.id)}>
          <span>{problemWords.link}</span>
          <span className="vh">{`：${kindWord(phone)} ${phone.digits}`}</span>
        </a>
      )}
      {phoneNotes(directory, phone).map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
    </section>
  ));
}
