import { isGivenBack } from '../sent-again.ts';
import { deskErrorPage } from './error-pages.ts';
import { addVary, type Exchange, isHtml, typeOf } from './exchange.ts';
import { isErrorShell, leaveOutClient } from './next-internals.ts';
import { hasBody, pathOf } from './routes.ts';

/** Step: a page for readers as the document they get; what is refused to anybody, as a page. */
export function makeDocument(exchange: Exchange): void {
  const { response, route } = exchange;
  const isRefused = response.statusCode >= 400 && typeOf(exchange) === '';
  const isDesk = route.audience === 'desk';
  if (route.audience === 'program' || !(isRefused || (isHtml(exchange) && !isDesk))) return;
  exchange.body = Buffer.from(isDesk ? deskErrorPage(response.statusCode) : documentOf(exchange));
  response.setHeader('content-type', 'text/html; charset=utf-8');
  addVary(exchange, 'Cookie'); // the text size
}

/** What failed is the same page in every mode: Next would leave it to its client to say so. */
function documentOf({ request, response: { statusCode }, body, options }: Exchange): string {
  const { mode, errorPage, crowdedPage } = options;
  if (statusCode >= 300 && statusCode < 400) return ''; // nobody reads what a redirect says
  const html = body.toString();
  if (isGivenBack(html)) return html;
  if (html === '' && statusCode === 503) return crowdedPage(pathOf(request.url ?? ''), hasBody(request.method ?? ''));
  if (html === '' || statusCode === 500 || (mode === 'lean' && isErrorShell(html))) return errorPage(statusCode);
  return mode === 'lean' ? leaveOutClient(html) : html;
}
