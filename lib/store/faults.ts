/** Why the store cannot do what it was asked, where that is the machine's or the database's matter and not ours. */
export const STORE_FAULTS = [
  'unreachable',
  'disk_full',
  'read_only',
  'locked',
  'damaged',
  'moved',
  'clock_behind',
] as const;
export type StoreFault = (typeof STORE_FAULTS)[number];

/** The database did not answer, or the way to it broke: whether it did what it was asked is not known. */
export class StoreUnreachable extends Error {
  override name = 'StoreUnreachable';
}

/** A database's file was moved, deleted or replaced while it is open: what is written goes where nobody finds it. */
export class StoreMoved extends Error {
  override name = 'StoreMoved';
}

/**
 * This machine's clock is far behind what the store has seen, as that of one that has just come up without its battery.
 * What was written at such a time would be taken for old, and erased, once the clock is right.
 */
export class ClockBehind extends Error {
  override name = 'ClockBehind';
}

/** SQLite's primary result codes (an extended one carries its own in the upper bits). */
const SQLITE: Readonly<Record<number, StoreFault>> = {
  5: 'locked',
  6: 'locked',
  8: 'read_only',
  10: 'unreachable', // the disk fails, or is full while a page is read
  11: 'damaged',
  13: 'disk_full',
  14: 'unreachable',
  26: 'damaged',
};

/** PostgreSQL's SQLSTATE, by code or by its class. */
const POSTGRES: Readonly<Record<string, StoreFault>> = {
  '08': 'unreachable',
  '25006': 'read_only',
  '28': 'unreachable', // the password was changed, or the role is gone
  '3D': 'unreachable',
  '53': 'unreachable',
  '53100': 'disk_full',
  '55P03': 'locked',
  '57': 'unreachable', // ended by an administrator, starting up, or a statement that took too long
  '58': 'unreachable',
  XX: 'damaged',
};

const SYSTEM: Readonly<Record<string, StoreFault>> = { ENOSPC: 'disk_full', EROFS: 'read_only', EACCES: 'read_only' };

const NAMED: Readonly<Record<string, StoreFault>> = {
  StoreUnreachable: 'unreachable',
  StoreMoved: 'moved',
  ClockBehind: 'clock_behind',
};

/** What a fault of the store is, or null where an error says something else. Looks through the causes. */
export function storeFaultOf(error: unknown): StoreFault | null {
  if (!(error instanceof Error)) return null;
  const { errcode, code } = error as { errcode?: unknown; code?: unknown };
  const own =
    typeof errcode === 'number'
      ? SQLITE[errcode & 0xff]
      : typeof code === 'string'
        ? (POSTGRES[code] ?? SYSTEM[code] ?? (code.length === 5 ? POSTGRES[code.slice(0, 2)] : undefined))
        : undefined;
  // By name: Next bundles this file more than once, and each copy has a class of its own.
  return own ?? NAMED[error.name] ?? storeFaultOf(error.cause);
}
