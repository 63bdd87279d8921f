import type { refusals } from '../../wording/front.ts';
import type { Limit } from '../metrics/tallies.ts';

/** The seconds after which whoever was sent away as one too many may try again. */
export const RETRY_AFTER = 10;

export type RefusalStatus = keyof typeof refusals;

/** A request the front does not pass on, or not to the end. */
export class RequestRefusal extends Error {
  readonly status: RefusalStatus;
  /** The limit that was met, where it was one. */
  readonly limit: Limit | null;
  constructor(status: RefusalStatus, limit: Limit | null = null) {
    super(`refused with ${status}`);
    this.name = 'Refusal';
    this.status = status;
    this.limit = limit;
  }
}
