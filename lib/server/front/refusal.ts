import type { refusals } from '../../wording/front.ts';

export type RefusalStatus = keyof typeof refusals;

/** A request the front does not pass on, or not to the end. */
export class RequestRefusal extends Error {
  readonly status: RefusalStatus;
  constructor(status: RefusalStatus) {
    super(`refused with ${status}`);
    this.name = 'Refusal';
    this.status = status;
  }
}
