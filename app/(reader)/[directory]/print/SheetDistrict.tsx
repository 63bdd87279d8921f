import type { Phone, PublishedDirectory } from '#lib/directory/records.ts';
import type { Footnote } from '#lib/shown/footnotes.ts';
import { cannotCall, shownName } from '#lib/shown/phone-words.ts';
import {
  type DistrictView,
  type PhoneView,
  type StationView,
  type Stretch,
  sameNameStreetIn,
  stretches,
} from '#lib/shown/present.ts';
import { printWords } from '#lib/wording/about.ts';
import { ageParts, KIND, words } from '#lib/wording/reader.ts';

interface SheetDistrictProps {
  directory: PublishedDirectory;
  view: DistrictView;
  notes: Footnote[];
}

/** One district on the sheet: its head, what is doubtful of its rows, and the rows. */
export function SheetDistrict({ directory, view, notes }: SheetDistrictProps) {
  return (
    <section>
      <h2>{view.district.label}</h2>
      {view.cityLineFirst && <p className="sheetnote">{cityFirst(directory, view)}</p>}
      <ul>
        {stretches(directory, view.stations).flatMap((stretch) => [
          stretch.remark && (
            <li className="sheetnote" key={`before-${stretch.stations[0]?.station.id}`}>
              {stretchNote(stretch)}
            </li>
          ),
          ...stretch.stations.map((station) => (
            <SheetRow key={station.station.id} directory={directory} view={station} notes={notes} />
          )),
        ])}
      </ul>
    </section>
  );
}

interface SheetRowsProps {
  directory: PublishedDirectory;
  title: string;
  stations: StationView[];
  notes: Footnote[];
}

/** Rows under one head that is no district. */
export function SheetRows({ directory, title, stations, notes }: SheetRowsProps) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {stations.map((station) => (
          <SheetRow key={station.station.id} directory={directory} view={station} notes={notes} />
        ))}
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

function cityFirst(directory: PublishedDirectory, view: DistrictView): string {
  const streets = view.stations.flatMap(({ station }) => {
    const division = sameNameStreetIn(directory, station);
    return station.name.value && division ? [printWords.streets(station.name.value, division)] : [];
  });
  return [printWords.cityFirst, ...streets].join('；');
}

function SheetRow({ directory, view, notes }: { directory: PublishedDirectory; view: StationView; notes: Footnote[] }) {
  const inColumn = (role: 'office' | 'mobile') => view.phones.filter((phone) => phone.phone.role === role);
  return (
    <li className="sheetrow">
      <span>{view.station.name.value === null ? printWords.unnamed : shownName(view)}</span>
      <SheetCell directory={directory} column="office" phones={inColumn('office')} notes={notes} />
      <SheetCell directory={directory} column="mobile" phones={inColumn('mobile')} notes={notes} />
    </li>
  );
}

interface SheetCellProps {
  directory: PublishedDirectory;
  column: Phone['role'];
  phones: PhoneView[];
  notes: Footnote[];
}

function SheetCell({ directory, column, phones, notes }: SheetCellProps) {
  const kind = column === 'office' ? KIND.fixed_line : KIND.mobile;
  return (
    <span>
      <span className="kind">{kind}</span>
      {phones.length === 0 && <small>{words.notPrinted}</small>}
      {phones.map((phone) => (
        <SheetNumber key={phone.phone.id} directory={directory} phone={phone} notes={notes} />
      ))}
    </span>
  );
}

function SheetNumber({
  directory,
  phone,
  notes,
}: {
  directory: PublishedDirectory;
  phone: PhoneView;
  notes: Footnote[];
}) {
  const signs = notes.filter((note) => note.phones.includes(phone.phone.id)).map((note) => note.sign);
  if (phone.outOfUse) return <small>{words.outOfUse}</small>;
  if (phone.tel === null) {
    return (
      <small>
        <span>{phone.digits}</span>
        <span>{cannotCall(phone)}</span>
      </small>
    );
  }
  return (
    <>
      <b>{phone.digits}</b>
      {signs.map((sign) => (
        <sup key={sign}>{sign}</sup>
      ))}
      {phone.phone.checked && <small>{ageParts(directory.facts.printedAbout, phone.phone.checked)[1]}</small>}
    </>
  );
}
