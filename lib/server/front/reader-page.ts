import { isGivenBack } from '../sent-again.ts';
import { deskErrorPage } from './error-pages.ts';
import { addVary, type Exchange, isHtml, typeOf } from './exchange.ts';
import { isErrorShell, leaveOutClient } from './next-internals.ts';
import { hasBody, pathOf } from './routes.ts';
import { sendAgain } from './send-again.ts';

/** Step: a page for readers as the document they get; what is refused to anybody, as a page. */
export function makeDocument(exchange: Exchange): void {
  const { response, route } = exchange;
  const isRefused = response.statusCode >= 400 && typeOf(exchange) === '';
  const isDesk = route.audience === 'desk';
  if (route.audience === 'program' || !(isRefused || (isHtml(exchange) && !isDesk))) return;
  exchange.body = Buffer.from(isDesk ? deskPageOf(exchange) : documentOf(exchange));
  response.setHeader('content-type', 'text/html; charset=utf-8');
  addVary(exchange, 'Cookie'); // the text size
}

/** Staff who were sent away get their form back as well. */
function deskPageOf(exchange: Exchange): string {
  const { statusCode } = exchange.response;
  const page = deskErrorPage(statusCode);
  return statusCode === 503 ? page.replace('</body>', () => `${sendAgain(exchange)}</body>`) : page;
}

/** What failed is the same page in every mode: Next would leave it to its client to say so. */
function documentOf(exchange: Exchange): string {
  const { request, response, body, options } = exchange;
  const { statusCode } = response;
  const { mode, errorPage, crowdedPage } = options;
  if (statusCode >= 300 && statusCode < 400) return ''; // nobody reads what a redirect says
  const html = body.toString();
  if (isGivenBack(html)) return html;
  if (html === '' && statusCode === 503)
    return crowdedPage(pathOf(request.url ?? ''), hasBody(request.method ?? '') ? sendAgain(exchange) : null);
  if (html === '' || statusCode === 500 || (mode === 'lean' && isErrorShell(html))) return errorPage(statusCode);
  return mode === 'lean' ? leaveOutClient(html) : html;
}
