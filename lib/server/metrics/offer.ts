import type { Store } from '../../store/store.ts';
import type { Environment } from '../environment.ts';
import type { FrontOptions } from '../front/exchange.ts';
import { METRICS_PATH } from '../front/routes.ts';
import { answerMetrics } from './answer.ts';
import { listenForMetrics } from './own-address.ts';
import { makeScrape } from './registry.ts';

export interface OfferedMetrics {
  /** What answers them at the ordinary address; null where nothing does. */
  atFront: FrontOptions['metrics'];
  /** Their own address; null where they have none. */
  at: string | null;
  close: () => Promise<void>;
}

/**
 * Offers what is counted where the environment says so: at an address of its own, or, with a token, at the ordinary one.
 *
 * @throws where the address cannot be had
 */
export async function offerMetrics(
  { BAODA_METRICS: own, BAODA_METRICS_TOKEN: token }: Pick<Environment, 'BAODA_METRICS' | 'BAODA_METRICS_TOKEN'>,
  store: () => Promise<Store>,
): Promise<OfferedMetrics> {
  if (own === null && token === null) return { atFront: null, at: null, close: async () => {} };
  const answer = answerMetrics(makeScrape(store), token);
  if (own === null) return { atFront: answer, at: null, close: async () => {} };
  const { port, close } = await listenForMetrics(own, answer);
  const host = own.host.includes(':') ? `[${own.host}]` : own.host;
  return { atFront: null, at: `http://${host}:${port}${METRICS_PATH}`, close };
}
