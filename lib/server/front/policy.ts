import { createHash } from 'node:crypto';
import { RESERVE_SCRIPT } from '../reserve-script.ts';
import { type Exchange, isHtml, type Mode, typeOf } from './exchange.ts';

const HEADER = 'content-security-policy';

/** True of every policy here: no base address, no frame around us, forms go nowhere else. */
const CLOSED = ["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"];

const join = (...directives: string[]) => ["default-src 'none'", ...directives, ...CLOSED].join('; ');

/** A file, an answer of the API, a redirect: nothing in it runs or loads. */
export const CLOSED_POLICY = join();

/** A script of ours. As a service worker it lives under its own policy, and has to fetch. */
export const SCRIPT_POLICY = join("script-src 'self'", "connect-src 'self'");

/** By which a policy allows a style or a script that stands in the page. */
export function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const RESERVE_HASH = sourceHash(RESERVE_SCRIPT);

/** The hashes of those inlined style sheets of a page that are ours (`known`); a style from elsewhere gets none. */
function allowedStyles(html: string, known: ReadonlySet<string>): string[] {
  const hashes = Array.from(html.matchAll(/<style[^>]*>([^<]*)<\/style>/g), ([, css = '']) => sourceHash(css));
  const linked = /<link [^>]*rel="stylesheet"/.test(html) ? ["'self'"] : [];
  return [...new Set(hashes.filter((hash) => known.has(hash))), ...linked];
}

/**
 * The policy of a reader's page. Lean: scripts from our own files and the one of ours that stands in the page, styles by
 * hash. Full and dev carry Next's client, which writes inline scripts.
 */
export function readerPolicy(html: string, known: ReadonlySet<string>, mode: Mode): string {
  const styles = mode === 'lean' ? allowedStyles(html, known) : ["'self'", "'unsafe-inline'"];
  const own = html.includes(`<script>${RESERVE_SCRIPT}</script>`) ? ` ${RESERVE_HASH}` : '';
  const inline = { lean: own, full: " 'unsafe-inline'", dev: " 'unsafe-inline' 'unsafe-eval'" }[mode];
  return join(
    `script-src 'self'${inline}`,
    `style-src ${styles.length > 0 ? styles.join(' ') : "'none'"}`,
    "img-src 'self' data:",
    `connect-src 'self'${mode === 'dev' ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    ...(mode === 'dev' ? ["font-src 'self'"] : []), // what Next shows errors in
  );
}

/** The policy of a desk page: scripts by nonce, and what those load. */
export function deskPolicy(nonce: string, dev: boolean): string {
  return join(
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "manifest-src 'self'",
  );
}

/** Step: every answer says what may run in it. A desk page has said so already, by the nonce of its own (proxy.ts). */
export function setPolicy(exchange: Exchange): void {
  const { response, route, body, options } = exchange;
  if (route.audience === 'reader' && isHtml(exchange)) {
    response.setHeader(HEADER, readerPolicy(body.toString(), options.styles, options.mode));
  } else if (!response.hasHeader(HEADER)) {
    response.setHeader(HEADER, typeOf(exchange).includes('javascript') ? SCRIPT_POLICY : CLOSED_POLICY);
  }
}
