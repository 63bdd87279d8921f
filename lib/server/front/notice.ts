import { demonstrationNotice as words } from '../../wording/demonstration.ts';
import { inlineStyle } from '../style.ts';
import { type Exchange, isHtml, type Notice } from './exchange.ts';

/** How a page that carries the notice is known; `DemonstrationNotice` draws the same. */
const CARRIED = '<aside class="demonstration"';

export function demonstrationNotice(): Notice {
  const text = words.text.map((part) => `<span class="ph">${part}</span>`).join('');
  return {
    element: `${CARRIED} aria-label="${words.tag}"><p><strong>${words.tag}</strong> ${text}</p></aside>`,
    style: `<style>${inlineStyle('(reader)/parts/demonstration.css')}</style>`,
  };
}

/**
 * Step: pages made without the store get first in their body what the layouts draw on all others. The desk's style sheet
 * knows it.
 */
export function addNotice(exchange: Exchange): void {
  const { options, route, body } = exchange;
  if (options.notice === null || route.audience === 'program' || !isHtml(exchange)) return;
  const html = body.toString();
  if (html.includes(CARRIED)) return;
  const { style, element } = options.notice;
  const notice = route.audience === 'desk' ? element : style + element;
  exchange.body = Buffer.from(html.replace(/<body[^>]*>/, (opening) => opening + notice));
}
