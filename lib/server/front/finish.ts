import type { IncomingMessage } from 'node:http';
import type { BufferedResponse } from './buffered-response.ts';
import { chooseEncoding, compress, isCompressible } from './compression.ts';
import { isRefusal, type RefusalStatus } from './error-pages.ts';
import { etagOf, isKnown } from './etag.ts';
import { isErrorShell, leaveOutClient } from './lean.ts';
import { type Notice, withNotice } from './notice.ts';
import { CLOSED_POLICY, type Mode, readerPolicy, SCRIPT_POLICY } from './policy.ts';
import { refusalProblem } from './refusal.ts';
import type { RouteRule } from './routes.ts';

export interface Finishing {
  mode: Mode;
  errorPages: Readonly<Record<RefusalStatus, string>>;
  styles: ReadonlySet<string>;
  /** What every page of a demonstration carries, those included that are made without the store; else null. */
  notice: Notice | null;
}

const POLICY = 'content-security-policy';
const header = (response: BufferedResponse, name: string) => String(response.getHeader(name) ?? '');

/** Last steps of every answer: what a reader's page leaves out, its policy, its tag, its compression. */
export async function finishResponse(
  request: IncomingMessage,
  response: BufferedResponse,
  body: Buffer,
  route: RouteRule,
  finishing: Finishing,
): Promise<Buffer> {
  if (finishing.mode === 'lean' && route.audience !== 'desk') dropClientHeaders(response);
  const whole = replaceBody(response, body, route, finishing);
  if (!response.hasHeader(POLICY)) response.setHeader(POLICY, filePolicy(response));
  setCaching(response, route);
  return encodeBody(request, response, whole, isFileForPhones(request, response, route));
}

function replaceBody(response: BufferedResponse, body: Buffer, route: RouteRule, finishing: Finishing): Buffer {
  const type = header(response, 'content-type');
  const failed = response.statusCode >= 400;
  if (route.audience === 'program') {
    return failed && !/\bjson\b/.test(type) ? problem(response, route) : body;
  }
  if (route.audience === 'desk') return type.startsWith('text/html') ? deskPage(body, finishing) : body;
  if (type.startsWith('text/html')) return readerPage(response, body.toString(), finishing);
  if (failed && type === '') return readerPage(response, '', finishing);
  return body;
}

function problem(response: BufferedResponse, route: RouteRule): Buffer {
  const status = isRefusal(response.statusCode) ? response.statusCode : 500;
  response.statusCode = status;
  response.setHeader('content-type', 'application/problem+json');
  response.setHeader('cache-control', 'no-store');
  return Buffer.from(JSON.stringify(refusalProblem(status, route)));
}

function readerPage(response: BufferedResponse, html: string, finishing: Finishing): Buffer {
  const { mode, errorPages, styles, notice } = finishing;
  const status = isRefusal(response.statusCode) ? response.statusCode : 500;
  const unfilled = html === '' || isErrorShell(html) || response.statusCode >= 500;
  let page = html;
  if (html === '' || (mode === 'lean' && unfilled)) page = errorPages[status];
  else if (mode === 'lean') page = leaveOutClient(html);
  if (notice) page = withNotice(page, notice.style + notice.element);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader(POLICY, readerPolicy(page, styles, mode));
  addVary(response, 'Cookie'); // the text size
  return Buffer.from(page);
}

/** The desk's own layout carries the notice; what is not in it gets it here. */
const deskPage = (body: Buffer, { notice }: Finishing): Buffer =>
  notice === null ? body : Buffer.from(withNotice(body.toString(), notice.element));

/** What Next tells its client and its host about a page. */
function dropClientHeaders(response: BufferedResponse): void {
  for (const name of response.getHeaderNames()) {
    if (name.startsWith('x-nextjs-') || name === 'vary' || name === 'link') response.removeHeader(name);
  }
}

function addVary(response: BufferedResponse, name: string): void {
  response.setHeader('vary', [response.getHeader('vary'), name].flat().filter(Boolean).join(', '));
}

function filePolicy(response: BufferedResponse): string {
  return header(response, 'content-type').includes('javascript') ? SCRIPT_POLICY : CLOSED_POLICY;
}

/** Whoever keeps a page asks again before showing it: a number may have been corrected. */
function setCaching(response: BufferedResponse, route: RouteRule): void {
  const given = header(response, 'cache-control');
  const isPage = header(response, 'content-type').startsWith('text/html');
  if (route.personal || response.statusCode >= 400) response.setHeader('cache-control', 'no-store');
  else if (given.startsWith('s-maxage')) response.setHeader('cache-control', 'public, max-age=0, must-revalidate');
  else if (isPage && route.audience === 'reader') response.setHeader('cache-control', 'private, no-cache');
}

/**
 * Scripts and tables that every phone fetches once and that change with a deployment or a decision only. What was asked
 * with a query is one reader's.
 */
function isFileForPhones({ url = '' }: IncomingMessage, response: BufferedResponse, route: RouteRule): boolean {
  return route.audience === 'reader' && !url.includes('?') && /javascript|json/.test(header(response, 'content-type'));
}

async function encodeBody(
  request: IncomingMessage,
  response: BufferedResponse,
  body: Buffer,
  thorough: boolean,
): Promise<Buffer> {
  const etag = etagOf(body);
  if (response.statusCode === 200 && request.method === 'GET' && mayBeKept(response)) {
    response.setHeader('etag', etag);
    if (isKnown(request.headers['if-none-match'], etag)) {
      response.statusCode = 304;
      return Buffer.alloc(0);
    }
  }
  const partial = response.statusCode === 206 || response.hasHeader('content-encoding');
  if (partial || !isCompressible(header(response, 'content-type'))) return body;
  addVary(response, 'Accept-Encoding');
  const encoding = chooseEncoding(String(request.headers['accept-encoding'] ?? ''), body.length);
  if (!encoding) return body;
  response.setHeader('content-encoding', encoding);
  response.removeHeader('accept-ranges');
  return compress(body, encoding, etag, thorough);
}

function mayBeKept(response: BufferedResponse): boolean {
  return !header(response, 'cache-control').includes('no-store') && !response.hasHeader('set-cookie');
}
