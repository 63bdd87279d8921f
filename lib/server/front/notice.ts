import { demonstrationNotice as words } from '../../wording/demonstration.ts';
import { inlineStyle } from '../style.ts';

/** How a page that carries the notice is known; `DemonstrationNotice` draws the same. */
const CARRIED = '<aside class="demonstration"';

/** The notice for pages that are made without the store, such as the built 404 page, as HTML. */
export interface Notice {
  element: string;
  /** For pages that bring no style for it of their own, as the desk's do. */
  style: string;
}

export function demonstrationNotice(): Notice {
  const text = words.text.map((part) => `<span class="ph">${part}</span>`).join('');
  return {
    element: `${CARRIED} aria-label="${words.tag}"><p><strong>${words.tag}</strong> ${text}</p></aside>`,
    style: `<style>${inlineStyle('(reader)/parts/demonstration.css')}</style>`,
  };
}

/** A page with what is to stand first in its body, unless it carries the notice already. */
export function withNotice(html: string, notice: string): string {
  return html.includes(CARRIED) ? html : html.replace(/<body[^>]*>/, (body) => body + notice);
}
