import type { Phone, PublishedDirectory } from '#lib/directory/records.ts';
import { ageOfPhone, ordinaryAge } from '#lib/shown/age.ts';
import type { Footnote } from '#lib/shown/footnotes.ts';
import { cannotCall, shownName } from '#lib/shown/phone-words.ts';
import type { PhoneView, StationView, Stretch } from '#lib/shown/present.ts';
import { printWords } from '#lib/wording/about.ts';
import { sameAge } from '#lib/wording/age.ts';
import { KIND, words } from '#lib/wording/reader.ts';

/** What every part of the table is given. */
interface Common {
  directory: PublishedDirectory;
  notes: Footnote[];
}

interface SheetSectionProps extends Common {
  title: string;
  /** What is doubtful of all rows. */
  note: string | null;
  stretches: Stretch[];
}

/** Rows under one head, with what is doubtful of some of them before those. */
export function SheetSection({ title, note, stretches, ...common }: SheetSectionProps) {
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
          ...stretch.stations.map((view) => <SheetRow key={view.station.id} view={view} {...common} />),
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

function SheetRow({ view, ...common }: Common & { view: StationView }) {
  return (
    <li className="sheetrow">
      <span>{view.station.name.value === null ? printWords.unnamed : shownName(view)}</span>
      <SheetCell column="office" view={view} {...common} />
      <SheetCell column="mobile" view={view} {...common} />
    </li>
  );
}

function SheetCell({ column, view, ...common }: Common & { column: Phone['role']; view: StationView }) {
  const phones = view.phones.filter(({ phone }) => phone.role === column);
  return (
    <span>
      <span className="kind">{column === 'office' ? KIND.fixed_line : KIND.mobile}</span>
      {phones.length === 0 && <small>{words.notPrinted}</small>}
      {phones.map((phone) => (
        <SheetNumber key={phone.phone.id} view={phone} {...common} />
      ))}
    </span>
  );
}

function SheetNumber({ directory, view, notes }: Common & { view: PhoneView }) {
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
      <OwnAge directory={directory} phone={phone} />
    </>
  );
}

/** Where a number is not as old as the head of the sheet says. */
function OwnAge({ directory, phone }: { directory: PublishedDirectory; phone: Phone }) {
  const age = ageOfPhone(directory, phone);
  if (sameAge(age, ordinaryAge(directory))) return null;
  const [first, , second] = age;
  return (
    <small>
      <span>{first}</span>
      <span>{second}</span>
    </small>
  );
}
