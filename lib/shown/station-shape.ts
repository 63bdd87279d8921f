import type { Flag, Station } from '../directory/records.ts';
import type { ApiPhone, ApiStation } from './api-records.ts';

/** What the command and the API both say of a number. */
type PhoneShape = Pick<ApiPhone, 'role' | 'printed' | 'kind' | 'e164' | 'extension' | 'tel' | 'note'>;
type ApiOnly = 'printedName' | 'adminCandidates' | 'address' | 'hours' | 'note' | 'added' | 'since' | 'until';
/** What both say of a station; the API adds the printed name, the divisions that may be meant, and since when. */
export type StationShape<Shape = PhoneShape> = Omit<ApiStation, 'phones' | ApiOnly> & {
  phones: Shape[];
};

/** A number as JSON, apart from what the API alone knows. */
export function phoneShape({ role, printed, kind, e164, extension, tel, note }: PhoneShape): PhoneShape {
  return { role, printed, kind, e164, extension, tel, ...(note !== undefined && { note }) };
}

/** A station as JSON, with its numbers in whatever shape they come. */
export function stationShape<Shape>(station: Station, phones: Shape[], flags: Flag['code'][]): StationShape<Shape> {
  const { id, row, district, name, aliases, alsoFoundUnder, otherCells } = station;
  return {
    id,
    row,
    district: { printed: district.printed, value: district.value, how: district.how },
    name: name.value,
    aliases,
    phones,
    alsoFoundUnder,
    flags,
    otherCells: otherCells.map(({ col, raw }) => ({ col, raw })),
  };
}
