import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environment } from '../environment.ts';
import type { Lanes } from './admission.ts';
import type { BufferedResponse } from './buffered-response.ts';
import type { CrowdedPage } from './crowded-page.ts';
import type { RouteRule } from './routes.ts';

/** lean: readers' pages without Next's client; full: with it; dev: what Next answers is left as it is. */
export type Mode = 'lean' | 'full' | 'dev';

/** The notice of a demonstration for pages that are made without the store, such as the built 404 page, as HTML. */
export interface Notice {
  element: string;
  /** For pages that bring no style for it of their own, as the desk's do. */
  style: string;
}

/** What the front is told once, at the start. */
export interface FrontOptions {
  environment: Pick<Environment, 'BAODA_ORIGIN' | 'BAODA_TRUSTED_PROXIES'>;
  mode: Mode;
  /** Next's own request listener. */
  render: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Makes the answer at /metrics; null where there is none: then it is an address like any unknown one. */
  metrics: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | null;
  /** Whether a request carries the session of somebody who works here. */
  isSignedIn: (request: IncomingMessage) => Promise<boolean>;
  /** Makes the page for a status of 400 and more. */
  errorPage: (status: number) => string;
  /** Where too many are here. */
  crowdedPage: CrowdedPage;
  /** The places in which answers are made. */
  lanes: Lanes;
  /** The hashes of the style sheets that a page may carry inlined. */
  styles: ReadonlySet<string>;
  /** Answered in the place of a script of another build. */
  staleScript: string | null;
  /** What every page of a demonstration carries; else null. */
  notice: Notice | null;
  /** Whether the process is ending: connections are then closed after their answer. */
  isEnding: () => boolean;
}

/** One request and its answer, on their way through the steps. */
export interface Exchange {
  readonly options: FrontOptions;
  readonly route: RouteRule;
  readonly response: BufferedResponse;
  /** Replaced once its body has been read. */
  request: IncomingMessage;
  /** The body that was sent; empty until it has been read. */
  sent: Buffer;
  /** What was answered; empty until it has been. */
  body: Buffer;
  /** Gives back the place in which the answer was made. */
  leave: () => void;
}

/** @throws {RequestRefusal} before Next, where the request goes no further */
export type Step = (exchange: Exchange) => void | Promise<void>;

/** Whether it is we who answer what is asked for, and not Next. */
export const givesMetrics = ({ options, route }: Pick<Exchange, 'options' | 'route'>): boolean =>
  options.metrics !== null && route.kind === 'metrics';

/** The content type of the answer so far, or ''. */
export function typeOf({ response }: Pick<Exchange, 'response'>): string {
  return String(response.getHeader('content-type') ?? '');
}

export const isHtml = (exchange: Exchange): boolean => typeOf(exchange).startsWith('text/html');

export function addVary({ response }: Exchange, name: string): void {
  response.setHeader('vary', [response.getHeader('vary'), name].flat().filter(Boolean).join(', '));
}
