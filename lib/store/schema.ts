import type { Decision } from '../directory/decision.ts';
import type { ReaderMark } from '../directory/reader-marks.ts';
import type { AuditKind } from '../reports/audit-kinds.ts';
import type { CopiesEntry } from '../reports/board/copies.ts';
import type { EventType } from '../reports/events.ts';
import type { MessageKind } from '../reports/messages/channel.ts';
import type { NoticeEventType } from '../reports/notices.ts';
import type { Erasure } from '../reports/retention.ts';
import type { Doer, Kind, State } from '../reports/words.ts';

/**
 * The tables, as Kysely types. Times are ISO texts in UTC, the same on both engines; the `staff_*` tables of better-auth
 * keep the column names and types it expects and are read and written by it alone.
 */
export interface Tables {
  city: CityRow;
  decision: DecisionRow;
  edition: EditionRow;
  edition_in_force: EditionInForceRow;
  edition_draft: EditionDraftRow;
  reader_mark: ReaderMarkRow;
  /** Append-only: the row with the highest `seq` of a key is in force. `value` is JSON. */
  setting: { directory: string; seq: number; key: string; value: string; by: string; at: string };
  /** Counts per limited thing and window of time; `window_start` is in seconds since 1970. */
  attempt: { bucket: string; window_start: number; count: number };
  staff_link: StaffLinkRow;
  staff_station: StaffStationRow;
  staff_role: StaffRoleRow;
  /** When somebody last signed in; sessions end and are forgotten. */
  staff_sign_in: { staff: string; at: string };
  report: ReportRow;
  report_event: ReportEventRow;
  report_private: ReportPrivateRow;
  /** How many numbers a city gave out on a day in China. */
  report_number: { directory: string; day: string; number: number };
  report_deletion: ReportDeletionRow;
  remembered_report: RememberedReportRow;
  audit: AuditRow;
  staff_factor: StaffFactorRow;
  /** A form somebody is filling in, for an hour. Only the cookie's hash is kept; `body` is JSON. */
  report_draft: { id_hash: string; directory: string; body: string; expires_at: string };
  notice_event: NoticeEventRow;
  /** How many readers said of a notice that their paper is missing too. */
  notice_count: { directory: string; notice: number; count: number };
  asked_place: AskedPlaceRow;
  /** One row, written to see whether the store takes what it is given. */
  probe: { id: number; at: string };
  clock: ClockRow;
  channel: ChannelRow;
  outbox: OutboxRow;
  /** Who does a work that one process at a time does, and until when. */
  lease: { name: string; holder: string; until: string };
  /** Append-only. */
  copies: CopiesEntry & { directory: string };
  report_outcome: ReportOutcomeRow;
  report_sum: ReportSumRow;
}

/** `stations` (null for all) and `kinds` are JSON. A channel that is removed keeps neither address nor secret. */
export interface ChannelRow {
  id: string;
  directory: string;
  name: string;
  type: string;
  address: string;
  secret: string | null;
  stations: string;
  kinds: string;
  by: string;
  made_at: string;
  removed_at: string | null;
}

/** A message to staff. It names a report and says nothing else of it: what is sent is made when it goes. */
export interface OutboxRow {
  id: string;
  directory: string;
  channel: string;
  kind: MessageKind;
  report: string | null;
  about: string;
  at: string;
  next_at: string;
  tries: number;
  /** When the last try began; `said` is null from then until its end is known. */
  tried_at: string | null;
  state: 'waiting' | 'sent' | 'dead' | 'dropped';
  said: string | null;
  settled_at: string | null;
}

/** What is known of the time, in one row: see `lib/reports/clock.ts`. */
export interface ClockRow {
  id: number;
  seen_at: string;
  doubted_at: string | null;
  doubted_passes: number;
}

/**
 * A city that was made at the desk. Append-only: the row with the highest `seq` of a directory is in force. `facts` and
 * `service` are JSON; `divisions` is packed, null where none were chosen; `letters` are what its report numbers begin with;
 * `state` is `removed` where it is no city any more, else null.
 */
export interface CityRow {
  directory: string;
  seq: number;
  facts: string;
  service: string;
  letters: string;
  divisions: string | null;
  state: string | null;
  by: string;
  at: string;
}

/** Append-only. `record` is '' for the edition itself, since it is part of a key. */
export interface DecisionRow extends Omit<Decision, 'record'> {
  record: string;
}

/**
 * Append-only. `facts` and `changes` are JSON; `tables`, `identities` and `bytes` are packed: see `packed.ts`. The newest
 * edition's `identities` are those of all.
 */
export interface EditionRow {
  directory: string;
  seq: number;
  facts: string;
  tables: string;
  identities: string;
  changes: string;
  stations: number;
  phones: number;
  reader: number;
  file_name: string | null;
  sha256: string;
  bytes: string;
  way: string;
  by: string | null;
  at: string;
  approved_by: string | null;
}

/** Append-only: the row with the highest `n` says which edition readers see. */
export interface EditionInForceRow {
  directory: string;
  n: number;
  edition: number;
  way: string;
  by: string | null;
  at: string;
  approved_by: string | null;
}

/** A new edition on its way. `dropped` is 0 or 1; `edition` is what it became. */
export interface EditionDraftRow {
  id: string;
  directory: string;
  version: number;
  by: string | null;
  at: string;
  changed_by: string | null;
  changed_at: string;
  file_name: string | null;
  sha256: string;
  body: string;
  bytes: string;
  edition: number | null;
  dropped: number;
}

/** A reader said that a number does not answer, or is not a station's. No address, no account, no text. */
export interface ReaderMarkRow extends ReaderMark {
  id: string;
  directory: string;
}

/** A one-time link by which somebody sets a password. Only the token's hash is kept; `staff` null makes the first admin. */
export interface StaffLinkRow {
  token_hash: string;
  staff: string | null;
  expires_at: string;
  used_at: string | null;
}

/** What somebody may do in a city; in no city, that they own the deployment. */
export interface StaffRoleRow {
  staff: string;
  directory: string;
  role: string;
}

/**
 * What an admin wants to look back at: who signed in, took a list along, looked at a telephone, changed what somebody is.
 * Append-only, but for the count of sign-ins that failed, one row a day. `directory` is '' where it is about no city.
 */
export interface AuditRow {
  id: string;
  directory: string;
  kind: AuditKind;
  /** Whose name; '' for the command on the server, and for names that nobody has. */
  by: string;
  at: string;
  /** A file, a report, a person. */
  about: string | null;
  /** What was done, by kind: see `lib/server/audit.ts`. */
  said: string | null;
  /** The sentence that was asked for. Never one about a reader. */
  why: string | null;
  times: number;
}

/** What is kept of somebody's second factor beside what better-auth keeps. */
export interface StaffFactorRow {
  staff: string;
  /** The newest step of 30 seconds whose code was taken: none is taken twice. */
  step: number;
  /** The session in which setting it up was begun, and when. */
  begun_session: string | null;
  begun_at: string | null;
}

/** The stations an agent works for. */
export interface StaffStationRow {
  staff: string;
  directory: string;
  station: string;
}

/**
 * One report: its key and what queues are cut by, kept in step with its events. `secret_hash` and `body_hash` are
 * HMACs, null once the report was erased; `receipt` is JSON, what the first answer said beside the code.
 */
export interface ReportRow {
  ref: string;
  directory: string;
  seq: number;
  state: State;
  station: string | null;
  kind: Kind;
  submitted_at: string;
  settled_at: string | null;
  key_hash: string;
  body_hash: string | null;
  secret_hash: string | null;
  receipt: string;
  /** When time next does something to it, as it stood at the event `timed`: see `lib/reports/tick.ts`. */
  next_at: string | null;
  timed: number;
  /** The last event that `report_outcome` and `report_sum` know of. */
  counted: number;
}

/** What the board counts of one report: see `lib/reports/board/outcome.ts`. `station` is '' where there is none. */
export interface ReportOutcomeRow {
  report: string;
  directory: string;
  month: string;
  station: string;
  kind: Kind;
  due: string | null;
  done_at: string | null;
  said: 'solved' | 'unsolved' | null;
  reopened: number;
  kept: number;
}

/** These added up. `limited` and `kept` are of all that have a limit, whether it has passed or not. */
export interface ReportSumRow {
  directory: string;
  month: string;
  station: string;
  kind: Kind;
  filed: number;
  done: number;
  reopened: number;
  solved: number;
  unsolved: number;
  limited: number;
  kept: number;
}

/** Append-only. `facts` is JSON and never holds what somebody typed. */
export interface ReportEventRow {
  report: string;
  seq: number;
  type: EventType;
  by_role: Doer;
  by_name: string | null;
  at: string;
  facts: string;
}

/** All that could say who a reader is, and every word that anybody typed: `words` is JSON, by the event's `seq`. */
export interface ReportPrivateRow {
  report: string;
  phone: string | null;
  place: string | null;
  /** Stands for the building, not to be read back. */
  building: string | null;
  /** Stands for the phone, however it was spelt, not to be read back. */
  caller: string | null;
  papers: string | null;
  text: string | null;
  words: string;
}

/** That something was erased, and when and why; never what. */
export interface ReportDeletionRow {
  id: string;
  report: string;
  erased: Erasure;
  why: 'reader' | 'age';
  at: string;
}

/** Append-only. `content` is JSON, null where the notice only ends; `until` is when it does, as this event has it. */
export interface NoticeEventRow {
  directory: string;
  seq: number;
  notice: number;
  type: NoticeEventType;
  by: string;
  at: string;
  until: string;
  content: string | null;
}

/** What readers searched for and did not find. Days are China's; no address, no account. */
export interface AskedPlaceRow {
  directory: string;
  text: string;
  count: number;
  first_day: string;
  last_day: string;
  decision: string | null;
  dismissed_by: string | null;
  dismissed_at: string | null;
}

/** A report that a reader's phone has at hand, by the HMAC of its cookie's token. */
export interface RememberedReportRow {
  token_hash: string;
  report: string;
  /** When this row was written. */
  at: string;
  expires_at: string;
}
