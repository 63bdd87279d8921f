import type { Phone } from '#lib/directory/records.ts';
import type { Footnote } from '#lib/shown/footnotes.ts';
import { cannotCall, shownName } from '#lib/shown/phone-words.ts';
import type { PhoneView, StationView, Stretch } from '#lib/shown/present.ts';
import { printWords } from '#lib/wording/about.ts';
import { checkedWords, KIND, words } from '#lib/wording/reader.ts';

interface SheetSectionProps {
  title: string;
  /** What is doubtful of all rows. */
  note: string | null;
  stretches: Stretch[];
  notes: Footnote[];
}

/** Rows under one head, with what is doubtful of some of them before those. */
export function SheetSection({ title, note, stretches, notes }: SheetSectionProps) {
  return (
    <section>
      <h2>{title}</h2>
      {note && <p className="sheetnote">{note}</p>}
      <ul>
        {stretches.flatMap((stretch) => [
          stretch.remark && (
            <li className="sheetnote" key={`before-${stretch.stations[0]?.station.id}`}>
              {stretchNote(stretch)}
            </li>
          ),
          ...stretch.stations.map((view) => <SheetRow key={view.station.id} view={view} notes={notes} />),
        ])}
      </ul>
    </section>
  );
}

function stretchNote({ remark, stations }: Stretch): string {
  if (!remark) return '';
  const except = words.exceptNames(remark.except);
  return remark.division
    ? printWords.remark(stations.length, remark.above, except, remark.division)
    : words.inherited(remark.above);
}

function SheetRow({ view, notes }: { view: StationView; notes: Footnote[] }) {
  return (
    <li className="sheetrow">
      <span>{view.station.name.value === null ? printWords.unnamed : shownName(view)}</span>
      <SheetCell column="office" view={view} notes={notes} />
      <SheetCell column="mobile" view={view} notes={notes} />
    </li>
  );
}

function SheetCell({ column, view, notes }: { column: Phone['role']; view: StationView; notes: Footnote[] }) {
  const phones = view.phones.filter(({ phone }) => phone.role === column);
  return (
    <span>
      <span className="kind">{column === 'office' ? KIND.fixed_line : KIND.mobile}</span>
      {phones.length === 0 && <small>{words.notPrinted}</small>}
      {phones.map((phone) => (
        <SheetNumber key={phone.phone.id} view={phone} notes={notes} />
      ))}
    </span>
  );
}

function SheetNumber({ view, notes }: { view: PhoneView; notes: Footnote[] }) {
  const { digits, tel, outOfUse, phone } = view;
  if (outOfUse) return <small>{words.outOfUse}</small>;
  if (tel === null) {
    return (
      <small>
        <span>{digits}</span>
        <span>{cannotCall(view)}</span>
      </small>
    );
  }
  return (
    <>
      <b>{digits}</b>
      {notes
        .filter(({ phones }) => phones.includes(phone.id))
        .map(({ sign }) => (
          <sup key={sign}>{sign}</sup>
        ))}
      {phone.checked && <small>{checkedWords(phone.checked)}</small>}
    </>
  );
}
