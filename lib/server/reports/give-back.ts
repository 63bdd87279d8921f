import { spacedDigits } from '../../shown/spaced-digits.ts';
import { idSchema } from '../../text/ids.ts';
import { words } from '../../wording/reader.ts';
import { findDirectory } from '../directories.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** Line breaks stand in a text area alone: in an input they would be lost. */
const fieldOf = (name: string, value: string) =>
  value.includes('\n')
    ? `<textarea name="${escaped(name)}" hidden>\n${escaped(value)}</textarea>`
    : `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`;

/** Everything that was typed, to be sent once more to where it was sent; a code is a secret and is typed anew. */
function formOf(path: string, fields: FormData): string {
  if (fields.has('code')) return '';
  const typed = [...fields].flatMap(([name, value]) => (typeof value === 'string' ? [fieldOf(name, value)] : []));
  return `<form method="post" action="${escaped(path)}">${typed.join('')}<button>${words.notKept.again}</button></form>`;
}

/** Whom to call meanwhile; the directory is shown as it was last known. */
async function cityLineOf(path: string): Promise<string> {
  const id = path.split('/')[1] ?? '';
  const directory = idSchema.safeParse(id).success ? await findDirectory(id).catch(() => null) : null;
  if (!directory) return '';
  const { label, tel, e164 } = directory.facts.cityLine;
  return `<p><a href="${tel}">${words.call}${escaped(label)} ${spacedDigits(e164, directory.facts.country)}</a></p>`;
}

/**
 * The page in answer to a form that could not be kept: nothing typed is lost, and the same key makes it one report
 * however often it is sent. Made by hand, since a route has no page of its own.
 *
 * @param path where the form was sent
 */
export async function giveBack(path: string, fields: FormData): Promise<string> {
  const { heading, lead, secret, back } = words.notKept;
  const above = path.replace(/\/send$/, '');
  return (
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">' +
    `<title>${heading}</title></head><body><main><h1>${heading}</h1>` +
    `<p>${fields.has('code') ? secret : lead}</p>${formOf(path, fields)}${await cityLineOf(path)}` +
    `<p><a href="${escaped(above)}">${back}</a></p></main></body></html>`
  );
}
