import type { Exchange } from './exchange.ts';
import { readerPolicy } from './policy.ts';

/** Sent with every answer of the process, whoever made it. HTTPS alone is asked for only where we know we have it. */
export function safetyHeaders(https: boolean): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin', // no-referrer would send "Origin: null" with our own forms
    'permissions-policy':
      'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

/** Step: what an answer says whatever it is. */
export function setCommonHeaders({ options, response, route }: Exchange): void {
  const https = options.environment.BAODA_ORIGIN?.startsWith('https:') ?? false;
  response.setHeaders(new Map(Object.entries(safetyHeaders(https))));
  if (options.notice !== null) response.setHeader('x-robots-tag', 'noindex, nofollow');
  if (options.isEnding()) response.setHeader('connection', 'close');
  if (options.mode === 'dev' && route.audience === 'reader') {
    response.setHeader('content-security-policy', readerPolicy('', options.styles, 'dev'));
  }
}
