import type { PublishedDirectory } from '#lib/directory/records.ts';
import { editionOfStation, printedAboutOf } from '#lib/shown/age.ts';
import { labelAbove, type PhoneView, type StationView } from '#lib/shown/present.ts';
import { showable } from '#lib/text/text.ts';
import { printedIn } from '#lib/wording/age.ts';
import { COLUMN, words } from '#lib/wording/reader.ts';
import { Facts } from '../../../parts/Facts.tsx';

/** 报上是怎么印的: the row's cells as they stand in the paper, blank as blank. */
export function StationPrinted({ directory, view }: { directory: PublishedDirectory; view: StationView }) {
  const { station } = view;
  if (station.added) return null;
  const above = labelAbove(directory, station);
  const blank = above && station.district.how !== 'derived' ? words.blankAbove(above) : [words.blank];
  const assumed = view.phones.some((phone) => !phone.outOfUse && phone.phone.areaCodeFrom === 'notice');
  // A number elsewhere in the row may be an old one or somebody's: here it would look like one to call.
  const others = station.otherCells.map(({ raw }) => raw).filter((raw) => !hasNumber(raw));
  const rows: [string, readonly string[]][] = [
    [words.column.district, station.district.printed === null ? blank : [station.district.printed]],
    [words.column.name, [station.name.printed ?? words.blank]],
    ...numberRows(view.phones.filter(({ phone }) => !phone.added)),
    ...(others.length > 0 ? [[words.column.others, [others.join('；')]] satisfies [string, string[]]] : []),
  ];
  return (
    <section className="section">
      <h2>{words.printedHeading}</h2>
      <p className="note">{printedIn(printedAboutOf(directory, editionOfStation(directory, station.id)))}</p>
      <Facts rows={rows.map(([column, text]) => [column, text.map(showable)])} />
      {assumed && <p className="note">{words.areaCodeFromNotice(directory.facts.areaCode)}</p>}
    </section>
  );
}

const hasNumber = (raw: string) => /\d{5}/.test(raw.normalize('NFKC').replace(/[\s-]/g, ''));

/** The cells of numbers by column; one that holds both kinds stands once. */
function numberRows(phones: readonly PhoneView[]): [string, readonly string[]][] {
  const of = (role: 'office' | 'mobile') => phones.filter(({ phone }) => phone.role === role);
  const [office, mobile] = [of('office'), of('mobile')];
  const columns = new Set(office.flatMap(({ phone }) => phone.cells.map(({ col }) => col)));
  const isOneColumn = mobile.some(({ phone }) => phone.cells.some(({ col }) => columns.has(col)));
  if (isOneColumn) return [[words.column.phone, cellText([...phones])]];
  return [
    [COLUMN.office, cellText(office)],
    [COLUMN.mobile, cellText(mobile)],
  ];
}

/** A cell as printed. Of a number taken out of use the digits are shown nowhere. */
function cellText(phones: PhoneView[]): string[] {
  if (phones.length === 0) return [words.blank];
  if (phones.some((phone) => phone.outOfUse)) return [words.outOfUsePrinted];
  const cells = phones.flatMap((phone) => printedTexts(phone).map((text) => ({ text, phone })));
  return [...Map.groupBy(cells, ({ text }) => text)].flatMap(([text, of]) => {
    if (phones.some((phone) => phone.lacksDigits)) return words.onlyDigits(text, digitsOf(text).length);
    const corrected = of.filter(({ phone }) => isCorrected(text, phone)).length;
    if (corrected === 0) return text;
    return corrected === of.length ? words.correctedSince(text) : words.partCorrectedSince(text);
  });
}

/** A person's name beside a number is for editors: of such a cell only the number is shown. */
const printedTexts = ({ phone }: PhoneView): string[] =>
  phone.namesPerson ? [phone.printed] : phone.cells.map(({ raw }) => raw);

/** Whether staff gave the number, and it is another one than the cell prints. */
const isCorrected = (text: string, { phone, digits }: PhoneView): boolean =>
  phone.corrected !== undefined && !digitsOf(digits).endsWith(digitsOf(text));

const digitsOf = (text: string) => text.replace(/\D/g, '');
