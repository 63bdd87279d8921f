import type { Decision } from '../review/decision.ts';

/**
 * The tables, as Kysely types. Times are ISO texts in UTC, the same on both engines; the `staff_*` tables of better-auth
 * keep the column names and types it expects and are read and written by it alone.
 */
export interface Tables {
  decision: DecisionRow;
  reader_mark: ReaderMarkRow;
  setting: SettingRow;
  attempt: AttemptRow;
  staff_link: StaffLinkRow;
  staff_station: StaffStationRow;
}

/** Append-only. `record` is '' for the edition itself, since it is part of a key. */
export interface DecisionRow extends Omit<Decision, 'record'> {
  record: string;
}

/** A reader said that a number does not answer, or is not a station's. No address, no account, no text. */
export interface ReaderMarkRow {
  id: string;
  directory: string;
  phone: string;
  kind: 'no_answer' | 'not_station';
  at: string;
}

/** Append-only: the row with the highest `seq` of a key is in force. `value` is JSON. */
export interface SettingRow {
  directory: string;
  seq: number;
  key: string;
  value: string;
  by: string;
  at: string;
}

/** Counts per limited thing and window of time; `window_start` is in seconds since 1970. */
export interface AttemptRow {
  bucket: string;
  window_start: number;
  count: number;
}

/** A one-time link by which somebody sets a password. Only the token's hash is kept; `staff` null makes the first admin. */
export interface StaffLinkRow {
  token_hash: string;
  staff: string | null;
  expires_at: string;
  used_at: string | null;
}

/** The stations an agent works for. */
export interface StaffStationRow {
  staff: string;
  directory: string;
  station: string;
}
