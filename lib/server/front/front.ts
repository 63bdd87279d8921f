import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environment } from '../environment.ts';
import { withBody } from './body.ts';
import type { BufferedResponse } from './buffered-response.ts';
import { vouchForHeaders } from './client.ts';
import { type Finishing, finishResponse } from './finish.ts';
import { checkAddress, checkOrigin, checkRequest, hasBody, pathOf } from './guard.ts';
import { readerPolicy, safetyHeaders } from './policy.ts';
import { Refusal } from './refusal.ts';
import { findRoute, type RouteRule } from './routes.ts';

type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface FrontOptions extends Finishing {
  environment: Environment;
  /** Next's own request listener. */
  render: Render;
  /** Whether the process is ending: connections are then closed after their answer. */
  isEnding: () => boolean;
}

/**
 * What every request passes: refuses what no route takes, says who asks, hands it to Next, and finishes what comes back.
 * In dev what comes back is left as it is.
 */
export function makeFront(options: FrontOptions): (request: IncomingMessage, response: BufferedResponse) => void {
  return (request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  };
}

async function answer(request: IncomingMessage, response: BufferedResponse, options: FrontOptions): Promise<void> {
  const route = findRoute(pathOf(request.url ?? ''));
  prepareResponse(request, response, route, options);
  try {
    checkAddress(request.url ?? '');
    checkRequest(request, route);
    vouchForHeaders(request, options.environment.BAODA_TRUSTED_PROXIES, usesNextClient(route, options));
    checkOrigin(request, route);
    if (request.method === 'HEAD') {
      request.method = 'GET'; // so that HEAD and GET say the same; Next answers HEAD with the length of its own page
      response.withoutBody = true;
    }
    const complete = hasBody(request.method ?? '') ? await withBody(request, route.longestBody) : request;
    await options.render(complete, response);
  } catch (error) {
    refuse(error, response, route);
  }
}

function usesNextClient(route: RouteRule, { mode }: FrontOptions): boolean {
  return mode !== 'lean' || route.audience === 'desk';
}

function prepareResponse(
  request: IncomingMessage,
  response: BufferedResponse,
  route: RouteRule,
  options: FrontOptions,
): void {
  const https = options.environment.BAODA_ORIGIN?.startsWith('https:') ?? false;
  response.setHeaders(new Map(Object.entries(safetyHeaders(https))));
  if (options.notice !== null) response.setHeader('x-robots-tag', 'noindex, nofollow');
  if (options.isEnding()) response.setHeader('connection', 'close');
  if (options.mode !== 'dev') {
    response.finish = (sent, body) => finishResponse(request, sent, body, route, options);
  } else if (route.audience === 'reader') {
    response.setHeader('content-security-policy', readerPolicy('', options.styles, 'dev'));
  }
}

/** Without a content type: the last step puts the page or the problem in. */
function refuse(error: unknown, response: BufferedResponse, route: RouteRule): void {
  if (!(error instanceof Refusal)) console.error(error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.statusCode = error instanceof Refusal ? error.status : 500;
  if (response.statusCode === 405) response.setHeader('allow', route.methods.join(', '));
  if (response.statusCode === 408) response.setHeader('connection', 'close');
  response.end();
}
