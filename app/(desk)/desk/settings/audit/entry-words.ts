import type { AuditRow } from '#lib/server/audit-list.ts';
import { auditWords as words } from '#lib/wording/audit.ts';
import { deviceName } from '../device-name.ts';

/** What somebody did, and what else is known of it, in words. */
export interface EntryWords {
  by: string;
  what: string;
  more: string;
}

type Wording = (row: AuditRow) => { what: string; more?: string };

const pick = <K extends string>(table: Readonly<Record<K, string>>, key: string | null): string =>
  (key !== null && Object.hasOwn(table, key) && table[key as K]) || (key ?? '');

const personIn = (table: typeof words.account, { said, about }: AuditRow) => {
  const known = Object.entries(table).find(([key]) => key === said)?.[1];
  return known ? known(about ?? '') : (said ?? '');
};

const WORDING: Record<AuditRow['kind'], Wording> = {
  sign_in: ({ said, about }) => ({ what: pick(words.signIn, said), more: deviceName(about) }),
  failed: ({ about, times }) => ({
    what: words.kinds.failed,
    more: `${pick(words.failed, about)}，${words.times(times)}`,
  }),
  export: ({ about }) => ({ what: words.exported, more: about ?? '' }),
  unmask: ({ about }) => ({ what: words.unmasked(about ?? '') }),
  role: ({ about, said }) => ({
    what:
      said === 'owner' || said === 'no_owner'
        ? words.owner(about ?? '', said === 'owner')
        : words.role(about ?? '', said === null ? null : words.roleName(said)),
  }),
  account: (row) => ({ what: personIn(words.account, row), more: row.why ?? '' }),
  factor: ({ said }) => ({ what: pick(words.factor, said) }),
  setting: ({ said }) => ({ what: words.rule((said ?? '').split(' ').filter(Boolean).map(words.roleName)) }),
};

const nobody = ({ kind }: AuditRow) => (kind === 'failed' ? words.nobody : words.command);

export function entryWords(row: AuditRow): EntryWords {
  const { what, more = '' } = WORDING[row.kind](row);
  return { by: row.by === '' ? nobody(row) : row.by, what, more };
}
