import type { Phone } from '../directory/records.ts';

/** A contact for the address book of a phone: only numbers that can be called. */
export interface ContactCard {
  /** Stays the same for the same station, so that saving again replaces instead of doubling. */
  uid: string;
  name: string;
  /** The first one is preferred. `number` is what is dialled: E.164, or a short code. */
  phones: readonly { kind: Phone['kind']; number: string; extension: string | null }[];
  note: string;
  /** In one line; null where nobody said one. */
  address: string | null;
  url: string | null;
}

/** RFC 2426: a line is at most 75 octets, not counting its end. */
const LONGEST_LINE = 75;
const TYPES: Readonly<Record<Phone['kind'], string>> = {
  fixed_line: 'WORK,VOICE',
  mobile: 'CELL,VOICE',
  service: 'WORK,VOICE',
  fax: 'WORK,FAX',
  unknown: 'VOICE',
};

const octets = new TextEncoder();

/** Folds between characters, never inside one: some phones join the halves wrongly. */
function fold(line: string): string {
  const lines: string[] = [];
  let [current, length] = ['', 0];
  for (const character of line) {
    const size = octets.encode(character).length;
    if (length + size > LONGEST_LINE) {
      lines.push(current);
      [current, length] = [' ', 1];
    }
    current += character;
    length += size;
  }
  return [...lines, current].join('\r\n');
}

/** Escapes a text value. Control characters other than line breaks have no place in one and are left out. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** A comma before an extension is the pause that phones dial by themselves. */
function telephone({ kind, number, extension }: ContactCard['phones'][number], index: number): string {
  const types = index === 0 ? `${TYPES[kind]},PREF` : TYPES[kind];
  return `TEL;TYPE=${types}:${number}${extension === null ? '' : `,${extension}`}`;
}

/**
 * One vCard 3.0 (RFC 2426): of the versions, the one that iOS, Android and the address books behind WeChat all read
 * whole; of 4.0 some drop the types and the preferred number.
 */
export function formatCard({ uid, name, phones, note, address, url }: ContactCard): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${escapeText(uid)}`,
    `FN:${escapeText(name)}`,
    `N:${escapeText(name)};;;;`,
    ...phones.map(telephone),
    ...(address === null ? [] : [`ADR;TYPE=WORK:;;${escapeText(address)};;;;`]),
    `NOTE:${escapeText(note)}`,
    ...(url === null ? [] : [`URL:${url}`]),
    'END:VCARD',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
