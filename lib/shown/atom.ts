/** What an Atom feed (RFC 4287) holds, and its text. */
export interface AtomFeed {
  id: string;
  title: string;
  subtitle: string;
  author: string;
  /** The feed's own address, and the page it belongs to. */
  self: string;
  page: string;
  entries: readonly AtomEntry[];
}

interface AtomEntry {
  id: string;
  title: string;
  text: string;
  link: string;
  published: string;
  updated: string;
}

/** What XML 1.0 does not allow, not even by its number: control characters, half a pair, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
const NO_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(NO_XML, '\ufffd')
    .replace(/[&<>"'\r]/g, (character) => `&#${character.charCodeAt(0)};`);

/** An element with text alone. */
const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>\n`;

const link = (rel: string, type: string, href: string): string =>
  `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>\n`;

const entryXml = ({ id, title, text, link: href, published, updated }: AtomEntry): string =>
  `<entry>\n${element('id', id)}${element('title', title)}${link('alternate', 'text/html', href)}` +
  `${element('published', published)}${element('updated', updated)}${element('summary', text)}</entry>\n`;

/** A feed as XML. It was changed when the entry was that changed last; there is one at least. */
export function formatAtom({ id, title, subtitle, author, self, page, entries }: AtomFeed): string {
  const updated = entries.map((entry) => entry.updated).reduce((one, other) => (one > other ? one : other));
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n' +
    `${element('id', id)}${element('title', title)}${element('subtitle', subtitle)}${element('updated', updated)}` +
    `<author>${element('name', author)}</author>\n` +
    `${link('self', 'application/atom+xml', self)}${link('alternate', 'text/html', page)}` +
    `${entries.map(entryXml).join('')}</feed>\n`
  );
}
