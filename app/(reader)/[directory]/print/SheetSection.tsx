import type { Phone } from '#lib/directory/records.ts';
import { cannotCall, kindWord, shownName } from '#lib/shown/phone-words.ts';
import type { PhoneView, StationView, Stretch } from '#lib/shown/present.ts';
import { paperPhrases, printWords } from '#lib/wording/print.ts';
import { KIND, words } from '#lib/wording/reader.ts';
import { NumberGroups } from '../../parts/NumberGroups.tsx';
import { Phrases } from '../../parts/Phrases.tsx';

/** The signs of numbers by their ids. */
type Signs = ReadonlyMap<string, readonly string[]>;

interface SheetSectionProps {
  title: string;
  /** What is doubtful of all rows. */
  note: string | null;
  stretches: Stretch[];
  signs: Signs;
}

/** Rows under one head, with what is doubtful of some of them before those. */
export function SheetSection({ title, note, stretches, signs }: SheetSectionProps) {
  return (
    <section>
      <h2>
        <span>{title}</span>
      </h2>
      {note && <p className="sheetnote">{note}</p>}
      <ul>
        {stretches.flatMap((stretch) => [
          stretch.remark && (
            <li className="sheetnote" key={`before-${stretch.stations[0]?.station.id}`}>
              {stretchNote(stretch)}
            </li>
          ),
          ...stretch.stations.map((view) => <SheetRow key={view.station.id} view={view} signs={signs} />),
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

interface RowProps {
  view: StationView;
  signs: Signs;
}

function SheetRow({ view, signs }: RowProps) {
  return (
    <li className="sheetrow">
      <span className="who">{view.station.name.value === null ? printWords.unnamed : shownName(view)}</span>
      <SheetCell column="office" view={view} signs={signs} />
      <SheetCell column="mobile" view={view} signs={signs} />
    </li>
  );
}

function SheetCell({ column, view, signs }: RowProps & { column: Phone['role'] }) {
  const phones = view.phones.filter(({ phone }) => phone.role === column);
  const isLost = view.phones.every(({ tel }) => tel === null);
  return (
    <span className="sheetcell">
      {phones.length === 0 && (
        <span className="sheetno">
          <span className="kind">{column === 'office' ? KIND.fixed_line : KIND.mobile}</span>
          <small>
            <Phrases parts={why(words.notPrinted, column === 'mobile' && view.phones.length === 0)} />
          </small>
        </span>
      )}
      {phones.map((phone) => (
        <span className="sheetno" key={phone.phone.id}>
          <span className="kind">{kindWord(phone)}</span>
          <SheetNumber view={phone} isLost={isLost && phone === view.phones.at(-1)} />
          <SignSlot signs={signs.get(phone.phone.id) ?? []} />
        </span>
      ))}
    </span>
  );
}

/** @param isLost whether to say here that the station has nothing to call */
function SheetNumber({ view, isLost }: { view: PhoneView; isLost: boolean }) {
  if (view.tel !== null)
    return (
      <b>
        <NumberGroups digits={view.digits} />
      </b>
    );
  return (
    <small>
      {!view.outOfUse && <span>{view.digits}</span>}
      <span>
        <Phrases parts={why(view.outOfUse ? words.outOfUse : cannotCall(view), isLost)} />
      </span>
    </small>
  );
}

const why = (reason: string, isLost: boolean) => paperPhrases(isLost ? printWords.callsCityLine(reason) : reason);

/** In a slot of their own beside the number. */
function SignSlot({ signs }: { signs: readonly string[] }) {
  if (signs.length === 0) return null;
  return (
    <span className="signs">
      {signs.map((sign) => (
        <sup key={sign}>{sign}</sup>
      ))}
    </span>
  );
}
