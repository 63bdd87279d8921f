/** The closed lists of a report. Their Chinese words stand in `lib/wording/reports.ts`. */

export const KINDS = [
  'missed',
  'late',
  'damaged',
  'misdelivered',
  'delivered_while_stopped',
  'pages_missing',
  'other',
] as const;
export type Kind = (typeof KINDS)[number];

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
