import { crowded } from '../../wording/front.ts';
import { escapeHtml } from '../html.ts';
import type { Exchange } from './exchange.ts';
import { pathOf } from './routes.ts';

/** These are typed anew, and so is a form that holds one. */
const isSecret = (name: string) => name === 'code' || name.includes('password');

/** A text area keeps line ends, which an input drops; the first one in it is not its text's. */
const hiddenField = ([name, value]: [string, string]) =>
  `<textarea name="${escapeHtml(name)}" hidden>\n${escapeHtml(value)}</textarea>`;

/**
 * A form that was sent and not even looked at, once more with all that was typed, to be sent with one press; '' where none
 * was, or a secret stands in it. It is as long as what was sent, which is limited.
 */
export function sendAgain({ request, sent }: Pick<Exchange, 'request' | 'sent'>): string {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) return '';
  const fields = [...new URLSearchParams(sent.toString())];
  if (fields.length === 0 || fields.some(([name]) => isSecret(name))) return '';
  const action = escapeHtml(pathOf(request.url ?? ''));
  return (
    `<form method="post" action="${action}">${fields.map(hiddenField).join('')}` +
    `<button class="btn main" type="submit">${crowded.again}</button></form>`
  );
}
