import type { IncomingMessage } from 'node:http';
import { watchRequest } from '../metrics/requests.ts';
import { countRefusal } from '../metrics/tallies.ts';
import { awaitPlace } from './admission.ts';
import { readBody } from './body.ts';
import type { BufferedResponse } from './buffered-response.ts';
import { answerKeptCopy, setCaching } from './caching.ts';
import { vouchForHeaders } from './client.ts';
import { setCommonHeaders } from './common-headers.ts';
import { compressBody } from './compression.ts';
import { type Exchange, type FrontOptions, givesMetrics, type Step } from './exchange.ts';
import { checkAddress, checkOrigin, checkRequest, checkSession } from './guard.ts';
import { askInFull } from './head.ts';
import { dropNextHeaders } from './next-internals.ts';
import { addNotice } from './notice.ts';
import { paceSearches } from './pace-searches.ts';
import { answerInTurn } from './paced-connection.ts';
import { setPolicy } from './policy.ts';
import { makeProblem } from './problem.ts';
import { makeDocument } from './reader-page.ts';
import { RETRY_AFTER, RequestRefusal } from './refusal.ts';
import { findRoute, pathOf } from './routes.ts';
import { setSaidStatus } from './said-status.ts';
import { answerStaleFile } from './stale-file.ts';

/** What every request passes before Next sees it, in this order. A step refuses by throwing a `RequestRefusal`. */
const BEFORE_NEXT: readonly Step[] = [
  setCommonHeaders, // first, so that refusals carry them too
  checkAddress,
  checkRequest,
  vouchForHeaders,
  checkOrigin, // compares with the host vouched for
  paceSearches, // by the address vouched for
  checkSession,
  askInFull,
  readBody,
  awaitPlace, // last: a place is not held while a body is on its way
];

/** What every answer passes before it leaves, refusals among them, in this order. In dev it is left as it is. */
const AFTER_NEXT: readonly Step[] = [
  dropNextHeaders,
  answerStaleFile,
  setSaidStatus, // Next answers a page with 200 or 404, never with 410
  makeProblem,
  makeDocument,
  addNotice,
  setPolicy, // of the page as it now stands
  setCaching,
  answerKeptCopy,
  compressBody,
];

/** The request listener of the process: the steps before Next, Next, the steps after it. */
export function makeFront(options: FrontOptions): (request: IncomingMessage, response: BufferedResponse) => void {
  return (request, response) => {
    const route = findRoute(pathOf(request.url ?? ''));
    watchRequest(request, response, route.kind);
    const exchange = {
      options,
      route,
      request,
      response,
      sent: Buffer.alloc(0),
      body: Buffer.alloc(0),
      leave: () => {},
    };
    answerInTurn(request, response, () => {
      answer(exchange).catch((error: unknown) => {
        console.error(error);
        response.destroy();
      });
    });
  };
}

async function answer(exchange: Exchange): Promise<void> {
  const { options, response } = exchange;
  if (options.mode !== 'dev') {
    response.finish = async (body) => {
      exchange.body = body;
      await pass(exchange, AFTER_NEXT).finally(() => exchange.leave());
      return exchange.body;
    };
  }
  try {
    await pass(exchange, BEFORE_NEXT);
    const make = (givesMetrics(exchange) && options.metrics) || options.render;
    await make(exchange.request, response);
  } catch (error) {
    refuse(error, exchange);
  }
}

async function pass(exchange: Exchange, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await step(exchange);
}

/** Without a content type: a later step puts the page or the problem in. */
function refuse(error: unknown, { response, route }: Exchange): void {
  if (!(error instanceof RequestRefusal)) console.error(error);
  else if (error.limit !== null) countRefusal(error.limit);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.statusCode = error instanceof RequestRefusal ? error.status : 500;
  if (response.statusCode === 405) response.setHeader('allow', route.methods.join(', '));
  if (response.statusCode === 503) response.setHeader('retry-after', RETRY_AFTER);
  if (response.statusCode === 408 || response.statusCode === 503) response.setHeader('connection', 'close');
  response.end();
}
