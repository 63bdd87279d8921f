import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, Histogram } from 'prom-client';
import type { RouteKind } from '../front/routes.ts';

/** Others are counted together: anybody can make up a method. */
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/** From a file that is known to a sign-in that is held back. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const requests = new Counter({
  name: 'baoda_http_requests_total',
  help: 'Requests, by method, kind of route and class of the status; gone: the client left before its answer.',
  labelNames: ['method', 'route', 'status'],
  registers: [],
});

export const durations = new Histogram({
  name: 'baoda_http_request_duration_seconds',
  help: 'From the arrival of a request to the last byte of its answer, by kind of route.',
  labelNames: ['route'],
  buckets: SECONDS,
  registers: [],
});

/** Counts a request once its answer is out. */
export function watchRequest({ method = '' }: IncomingMessage, response: ServerResponse, route: RouteKind): void {
  const began = performance.now();
  response.once('close', () => {
    const status = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : 'gone';
    requests.inc({ method: METHODS.includes(method) ? method : 'other', route, status });
    if (status !== 'gone') durations.observe({ route }, (performance.now() - began) / 1000);
  });
}
