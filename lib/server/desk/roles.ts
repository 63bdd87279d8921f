import type { Posts, Role } from '../staff.ts';

/** For strangers too: signing in, in both steps, and out, and a one-time link, which is a permission itself. */
export const OPEN = 'open';
/** For whoever is signed in: it is about nobody but themselves. */
export const SELF = 'self';
/** For owners, and for those who are admin of a city; who of the people is theirs is asked beside the data. */
export const ADMINISTRATION = 'administration';
/** For owners alone: it is about the deployment. */
export const OWNERS = 'owners';

/** Whose something is: of some roles of the city it is about, where an admin may do all, or of one of those above. */
export type Whose = typeof OPEN | typeof SELF | typeof ADMINISTRATION | typeof OWNERS | readonly Role[];

/** Whose each action of the desk is. The one place that says so: `admit` reads it for every form. */
export const ROLES_OF_ACTION = {
  'sign-in': OPEN,
  'sign-out': OPEN,
  'second-step': OPEN,
  'set-up': OPEN,
  decide: ['editor'],
  undo: ['editor'],
  answer: ['editor'],
  call: ['editor'],
  'undo-call': ['editor'],
  'import-begin': ['editor'],
  'import-columns': ['editor'],
  'import-lines': ['editor'],
  'import-match': ['editor'],
  'import-publish': ['editor'],
  'put-back': ['editor'],
  'add-station': ['editor'],
  'edit-station': ['editor'],
  'set-city-line': ['admin'],
  'set-facts': ['admin'],
  'add-short-code': ['admin'],
  'undo-city': ['admin'],
  step: ['agent', 'dispatcher'],
  unmask: ['agent', 'dispatcher'],
  'step-ticked': ['agent', 'dispatcher'],
  'print-orders': ['agent', 'dispatcher'],
  'find-report': ['agent', 'dispatcher'],
  'set-phrases': ['dispatcher'],
  file: ['dispatcher'],
  'publish-notice': ['editor', 'dispatcher'],
  'change-notice': ['editor', 'dispatcher'],
  'end-notice': ['editor', 'dispatcher'],
  'add-alias': ['editor'],
  'dismiss-place': ['editor'],
  'restore-place': ['editor'],
  'add-person': ADMINISTRATION,
  'change-person': ADMINISTRATION,
  'add-city': OWNERS,
  'change-city': OWNERS,
  'remove-city': OWNERS,
  'set-service': ['admin'],
  'set-times': ['admin'],
  'set-hours': ['admin'],
  'save-days': ['admin'],
  'paste-days': ['admin'],
  'remove-days': ['admin'],
  'set-whole-year': ['admin'],
  'save-channel': ['admin'],
  'remove-channel': ['admin'],
  'try-channel': ['admin'],
  'set-quiet': ['admin'],
  'allow-erasure': ['admin'],
  'set-copies': ['dispatcher'],
  'publish-board': ['admin'],
  'require-factor': ['admin'],
  'begin-factor': SELF,
  'confirm-factor': SELF,
  'renew-codes': SELF,
  'end-factor': SELF,
  'change-password': SELF,
  'end-session': SELF,
  'end-sessions': SELF,
} as const satisfies Record<string, Whose>;
export type DeskAction = keyof typeof ROLES_OF_ACTION;

/** What somebody who must have a second factor and has none may do. */
export const WHILE_SETTING_UP: ReadonlySet<DeskAction> = new Set(['begin-factor', 'confirm-factor']);

/** Whose each page and each download is. */
export const ROLES_OF_PAGE = {
  flags: ['editor'],
  directory: ['editor'],
  cityFacts: ['admin'],
  reports: ['agent', 'dispatcher'],
  phrases: ['dispatcher'],
  fileReport: ['dispatcher'],
  notices: ['editor', 'dispatcher'],
  places: ['editor'],
  board: ['agent', 'dispatcher'],
  copies: ['dispatcher'],
  people: ADMINISTRATION,
  cities: SELF,
  help: SELF,
  newCity: OWNERS,
  settings: SELF,
  secondFactor: SELF,
  audit: ['admin'],
  channels: ['admin'],
  office: ['admin'],
  unknown: SELF,
} as const satisfies Record<string, Exclude<Whose, typeof OPEN>>;
export type DeskPage = keyof typeof ROLES_OF_PAGE;

/** What is about one city, and needs a role there. */
export type CityAction = {
  [A in DeskAction]: (typeof ROLES_OF_ACTION)[A] extends readonly Role[] ? A : never;
}[DeskAction];
export type CityPage = { [P in DeskPage]: (typeof ROLES_OF_PAGE)[P] extends readonly Role[] ? P : never }[DeskPage];

export const isDeskAction = (name: string): name is DeskAction => Object.hasOwn(ROLES_OF_ACTION, name);

/** An admin may do all that the others may. */
export const mayAct = (role: Role | undefined, allowed: readonly Role[]): boolean =>
  role !== undefined && (role === 'admin' || allowed.includes(role));

/** The cities, in alphabetical order, in which somebody may do what is for these roles. */
export const citiesFor = ({ roles }: Pick<Posts, 'roles'>, allowed: readonly Role[]): string[] =>
  Object.keys(roles)
    .filter((directory) => mayAct(roles[directory], allowed))
    .sort();

/** Whether somebody may, in some city or in none. */
export function mayAnywhere(posts: Pick<Posts, 'roles' | 'isOwner'>, whose: Whose): boolean {
  if (whose === OWNERS) return posts.isOwner;
  if (whose === ADMINISTRATION) return posts.isOwner || citiesFor(posts, ['admin']).length > 0;
  return typeof whose === 'string' || citiesFor(posts, whose).length > 0;
}
