import type { PublishedDirectory } from '../directory/records.ts';
import { callName } from '../shown/call-name.ts';
import { spacedDigits } from '../shown/spaced-digits.ts';
import { words } from '../wording/reader.ts';
import { sentAgain } from '../wording/sent-again.ts';
import { escapeHtml } from './html.ts';
import { inlineStyle } from './style.ts';

type Reason = keyof typeof sentAgain.lead;

/** A form that could not be taken just now, to be given back whole. */
export interface GivenBack {
  /** Null at the desk, whose pages offer no city line. */
  directory: PublishedDirectory | null;
  /** Where it is sent again. */
  action: string;
  /** What goes along unseen, by name: all that was typed and is not asked for anew. */
  fields: readonly (readonly [name: string, value: string])[];
  /** What was typed, in words. */
  shown: readonly (readonly [term: string, said: string])[];
  /** What stands in a field, to be mended or asked for anew: a password is never given back. */
  asked?: readonly { name: string; label: string; value: string; type: 'text' | 'password' }[];
  /** What was wrong with it beside. */
  said?: string | null;
  /** What the button says, where it is not to send the same again. */
  button?: string;
}

/** Longest value that is given back: what is longer was not typed by hand. */
const LONGEST = 4000;
const SHEETS = ['(reader)/parts/reader.css', '(reader)/parts/report.css'];

const OPENING = '<!DOCTYPE html><html lang="zh-CN" data-given-back';

/** Whether a page is one of these: it stays as it is, whatever its status. */
export const isGivenBack = (html: string): boolean => html.startsWith(OPENING);

/** A textarea keeps line ends, which an input drops; the first one in it is not its text's. */
const hiddenField = ([name, value]: readonly [string, string]) =>
  `<textarea name="${escapeHtml(name)}" hidden>\n${escapeHtml(value.slice(0, LONGEST))}</textarea>`;

function askedField({ name, label, value, type }: NonNullable<GivenBack['asked']>[number]): string {
  const id = `f-${escapeHtml(name)}`;
  return (
    `<div class="group"><label for="${id}">${escapeHtml(label)}</label>` +
    `<input id="${id}" type="${type}" name="${escapeHtml(name)}" value="${escapeHtml(value.slice(0, LONGEST))}" autocomplete="off"></div>`
  );
}

function factsOf(shown: GivenBack['shown']): string {
  if (shown.length === 0) return '';
  const rows = shown.map(
    ([term, said]) =>
      `<div><dt>${escapeHtml(term)}</dt><dd class="typed">${escapeHtml(said.slice(0, LONGEST))}</dd></div>`,
  );
  return `<section class="section"><h2>${sentAgain.typed}</h2><dl class="facts">${rows.join('')}</dl></section>`;
}

function cityLine(directory: PublishedDirectory): string {
  const { label, e164, tel } = directory.facts.cityLine;
  const name = escapeHtml(words.cityLine.name(label));
  const digits = escapeHtml(spacedDigits(e164, directory.facts.country));
  return (
    `<section class="help"><h2>${sentAgain.call}</h2><p>${name}</p><span class="cityno">${digits}</span>` +
    `<a class="call second" href="${escapeHtml(tel)}"><span class="vh">${callName(name, digits)}</span>` +
    `<span aria-hidden="true">${escapeHtml(words.help.button)}</span></a></section>`
  );
}

function pageOf(reason: Reason, minutes: number, form: GivenBack, size: string): string {
  const { directory, action, fields, shown, asked = [], said, button = sentAgain.button } = form;
  const heading = sentAgain.heading[reason];
  const styles = directory === null ? '' : SHEETS.map((sheet) => `<style>${inlineStyle(sheet)}</style>`).join('');
  return (
    `${OPENING} data-size="${escapeHtml(size)}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">' +
    `<meta name="format-detection" content="telephone=no"><title>${heading}</title>${styles}</head>` +
    `<body><div class="page"><main><div class="title first"><h1>${heading}</h1></div>` +
    `${said ? `<p>${escapeHtml(said)}</p>` : ''}` +
    `<p class="remark" role="alert">${sentAgain.lead[reason](minutes)}</p>${reason === 'codes' ? '' : `<p class="kept">${sentAgain.kept[reason]}</p>`}` +
    `${factsOf(shown)}<form method="post" action="${escapeHtml(action)}">${asked.map(askedField).join('')}` +
    `${fields.map(hiddenField).join('')}<button class="btn main" type="submit">${escapeHtml(button)}</button></form>` +
    `${directory === null ? '' : cityLine(directory)}</main></div></body></html>`
  );
}

/**
 * Answers a form that cannot be taken now with a page that has all of it, to be sent again with one press. It needs no
 * script and no store.
 *
 * @param reason whose limit was met: the client's, the phone's, that of wrong codes, of all who are held back; or nothing
 * can be stored
 * @param retryAfter seconds
 * @param size the text size that the reader chose
 */
export function giveBack(reason: Reason, retryAfter: number, form: GivenBack, size = '100'): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': String(retryAfter),
  };
  const status = reason === 'store' ? 503 : 429;
  return new Response(pageOf(reason, Math.ceil(retryAfter / 60), form, size), { status, headers });
}
