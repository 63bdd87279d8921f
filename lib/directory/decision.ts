import { z } from 'zod';
import { directoryIdSchema, idSchema } from '../text/ids.ts';
import { LIMITS } from './decision-limits.ts';
import { CHECK_METHODS } from './records.ts';

/**
 * What an editor may decide. `correct`, `confirm`, `unverifiable`, `out_of_use`, `reopen` and `check` say something
 * about a flag or a number, `out_of_use` about a whole station where it names neither; `unanswered` is a call that nobody
 * took, and changes nothing; `propose` waits for a second person and says in `proposes` what it then is; `approve`,
 * `reject` and `undo` answer an earlier row, which `answers` names. Beside what is printed `add_station` and `add_phone`
 * put another, `set` what a paper does not print, `add_alias` one more name to be found by, and `add_landmark` gives an
 * administrative division one more place that lies in it. `add_short_code` says of a service's short number that it may
 * be called in this city as it is printed.
 */
const ACTIONS = [
  'correct',
  'confirm',
  'unverifiable',
  'out_of_use',
  'reopen',
  'check',
  'propose',
  'approve',
  'reject',
  'undo',
  'unanswered',
  'add_station',
  'add_phone',
  'set',
  'add_alias',
  'add_landmark',
  'add_short_code',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What may wait for a second person. */
export const PROPOSED = ['correct', 'add_phone', 'out_of_use', 'add_short_code'] as const satisfies readonly Action[];
export type ProposedAction = (typeof PROPOSED)[number];

/** What a decision may change: a station's name or district, a phone's number, or which kind of phone it is. */
const CORRECTABLE = ['name', 'district', 'number', 'kind'] as const;
export type Correctable = (typeof CORRECTABLE)[number];

/** What is added beside what is there: none takes the place of another. */
export const ADDED = ['alias', 'landmark', 'short_code'] as const;

/** What an admin corrects of a city and of its notice as a whole: whom to call, and what the notice says of itself. */
export const CITY_FACTS = ['city_line', 'city_line_name', 'title', 'publisher', 'from'] as const;
export type CityFact = (typeof CITY_FACTS)[number];

/** What staff say of a station beside its print: its address, when it is open (JSON), a note for readers. */
export const SAID = ['address', 'hours', 'note'] as const;
export type SaidField = (typeof SAID)[number];

/** What a row of the history may be about. */
const FIELDS = [...CORRECTABLE, ...ADDED, ...SAID, ...CITY_FACTS] as const;
export type DecidedField = (typeof FIELDS)[number];

/** What only an admin may decide about a city; `record` is null then. */
export type CityField = CityFact | 'short_code';
const CITY_FIELDS: readonly (string | null)[] = [...CITY_FACTS, 'short_code'] satisfies CityField[];
export const isOfCity = ({ field }: Pick<Decision, 'field'>): boolean => CITY_FIELDS.includes(field);

/**
 * One row of the history. Rows are only ever added: `seq` counts them within a directory, from 1. `record` is a
 * station's id, of a landmark the code of the division it lies in, or null for the edition and its city. `before` and
 * `after` are a name, an alias, a landmark, a district's id, a kind of phone, an address, opening hours, a note, a day, a
 * short code or a `tel:` URI (`before`: as printed where it could not be called), null where nothing changed. `by` and
 * `approvedBy` are user names.
 */
export const decisionSchema = z.object({
  id: z.string(),
  directory: directoryIdSchema,
  seq: z.int().min(1),
  record: idSchema.nullable(),
  flag: z.string().nullable(),
  phone: z.string().nullable(),
  field: z.enum(FIELDS).nullable(),
  action: z.enum(ACTIONS),
  how: z.enum(CHECK_METHODS).nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  reason: z.string().max(LIMITS.reason),
  by: z.string(),
  at: z.iso.datetime(),
  approvedBy: z.string().nullable(),
  answers: z.string().nullable(),
  /** Of a proposal, what it becomes; null where that was before there was more than one: a correction. */
  proposes: z.enum(PROPOSED).nullable(),
  /** In which edition it was made; null where that was before editions stood in the store: the first one. */
  edition: z.int().min(1).nullable(),
  /** What was printed then of what it is about: a number, a name or the label of a district. */
  printed: z.string().nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** A decision before the store has given it its place in the history. */
export type NewDecision = Omit<Decision, 'seq' | 'directory'>;
