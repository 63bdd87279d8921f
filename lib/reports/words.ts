/** The closed lists of a report. Their Chinese words stand in `lib/wording/reports.ts`. */

/** In the order in which they are offered. */
export const KINDS = [
  'missed',
  'late',
  'damaged',
  'pages_missing',
  'misdelivered',
  'other',
  'no_access',
  'delivered_while_stopped',
] as const;
export type Kind = (typeof KINDS)[number];

/**
 * Whether what is written with a report of a kind may tell how one gets into a house. It is about no day, only those who
 * go there or send somebody read it, and it goes as early as the address.
 */
export const tellsWayIn = (kind: Kind): boolean => kind === 'no_access';

export const WISHES = ['redelivery', 'record', 'call_back'] as const;
export type Wish = (typeof WISHES)[number];

export const CALLED_ALREADY = ['unsolved', 'no_answer', 'no'] as const;
export type CalledAlready = (typeof CALLED_ALREADY)[number];

export const STATES = [
  'submitted',
  'accepted',
  'in_progress',
  'waiting',
  'resolved',
  'reopened',
  'closed',
  'rejected',
  'duplicate',
  'withdrawn',
] as const;
export type State = (typeof STATES)[number];

/** Who acts. An admin may do what an agent and a dispatcher may; `time` is `tick`. */
export const DOERS = ['reader', 'agent', 'dispatcher', 'admin', 'time'] as const;
export type Doer = (typeof DOERS)[number];

/** What came of the work. */
export const RESULTS = ['redelivered', 'explained', 'stopped', 'not_found', 'other'] as const;
export type Result = (typeof RESULTS)[number];

/** Why a reader is told to call the city line. */
export const ESCALATIONS = ['overdue', 'unsolved', 'repeat'] as const;
export type Escalation = (typeof ESCALATIONS)[number];
