import { IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import { makeLanes } from '../lib/server/front/admission.ts';
import { BufferedResponse } from '../lib/server/front/buffered-response.ts';
import type { Exchange, FrontOptions } from '../lib/server/front/exchange.ts';
import { findRoute, pathOf } from '../lib/server/front/routes.ts';

export function frontOptions(changes: Partial<FrontOptions> = {}): FrontOptions {
  return {
    environment: { BAODA_ORIGIN: null, BAODA_TRUSTED_PROXIES: 0 },
    mode: 'lean',
    render: async () => {},
    errorPage: (status) => `<html><body><h1>${status}</h1></body></html>`,
    metrics: null,
    isSignedIn: async () => false,
    crowdedPage: (path, form) => `<html><body><h1>503</h1><p>${path} ${form}</p></body></html>`,
    lanes: makeLanes(),
    styles: new Set(),
    staleScript: null,
    notice: null,
    isEnding: () => false,
    ...changes,
  };
}

interface Asked {
  method?: string;
  url?: string;
  /** A name in capitals is a second header of that name. */
  headers?: Readonly<Record<string, string>>;
  options?: Partial<FrontOptions>;
  /** The body that came with it. */
  sent?: string;
  /** What was answered so far. */
  answered?: { status?: number; headers?: OutgoingHttpHeaders; body?: string };
}

/** One request and its answer as a step of the front gets them, without a connection: of `/dalian` by a browser. */
export function anExchange({
  method = 'GET',
  url = '/dalian',
  headers = {},
  options,
  sent = '',
  answered = {},
}: Asked): Exchange {
  const request = new IncomingMessage(new Socket());
  const given = Object.entries({ host: 'baoda.example', ...headers });
  request.headersDistinct = {};
  for (const [name, value] of given) {
    request.headers[name.toLowerCase()] ??= value;
    request.headersDistinct[name.toLowerCase()] = [...(request.headersDistinct[name.toLowerCase()] ?? []), value];
  }
  Object.assign(request, { method, url, rawHeaders: given.flat() });
  const response = new BufferedResponse(request);
  response.statusCode = answered.status ?? 200;
  for (const [name, value] of Object.entries(answered.headers ?? {})) response.setHeader(name, value ?? '');
  return {
    options: frontOptions(options),
    route: findRoute(pathOf(url)),
    request,
    response,
    sent: Buffer.from(sent),
    body: Buffer.from(answered.body ?? ''),
    leave: () => {},
  };
}
