import { demonstrationNotice as words } from '../../wording/demonstration.ts';
import { inlineStyle } from '../style.ts';

/** How a page that carries the notice is known; `DemonstrationNotice` draws the same. */
const CARRIED = '<aside class="demonstration"';

/** The notice for pages that are made without the store, such as the built 404 page, as HTML with its style. */
export function demonstrationNotice(): string {
  const text = words.text.map((part) => `<span class="ph">${part}</span>`).join('');
  const style = `<style>${inlineStyle('(reader)/parts/demonstration.css')}</style>`;
  return `${style}${CARRIED} aria-label="${words.tag}"><p><strong>${words.tag}</strong> ${text}</p></aside>`;
}

/** A page with the notice first in its body, unless it is there. @param notice null where there is none to carry */
export function withNotice(html: string, notice: string | null): string {
  return notice === null || html.includes(CARRIED) ? html : html.replace(/<body[^>]*>/, (body) => body + notice);
}
