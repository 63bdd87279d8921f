import { ROLES, type Role } from '../staff.ts';

/** For strangers too: signing in and out, and a one-time link, which is a permission itself. */
export const OPEN = 'open';

/** Whose each action of the desk is; an admin may do all. The one place that says so: `admit` reads it for every form. */
export const ROLES_OF_ACTION = {
  'sign-in': OPEN,
  'sign-out': OPEN,
  'set-up': OPEN,
  decide: ['editor'],
  undo: ['editor'],
  answer: ['editor'],
  step: ['agent', 'dispatcher'],
  unmask: ['agent', 'dispatcher'],
  'accept-ticked': ['dispatcher'],
  file: ['dispatcher'],
  'add-person': ['admin'],
  'change-person': ['admin'],
  'set-service': ['admin'],
  'set-times': ['admin'],
  'allow-erasure': ['admin'],
  'change-password': ROLES,
  'end-session': ROLES,
  'end-sessions': ROLES,
} as const satisfies Record<string, typeof OPEN | readonly Role[]>;
export type DeskAction = keyof typeof ROLES_OF_ACTION;

/** Whose each page and each download is. */
export const ROLES_OF_PAGE = {
  flags: ['editor'],
  reports: ['agent', 'dispatcher'],
  fileReport: ['dispatcher'],
  people: ['admin'],
  settings: ROLES,
  unknown: ROLES,
} as const satisfies Record<string, readonly Role[]>;
export type DeskPage = keyof typeof ROLES_OF_PAGE;

export const isDeskAction = (name: string): name is DeskAction => Object.hasOwn(ROLES_OF_ACTION, name);

/** An admin may do all that the others may. */
export const mayAct = (role: Role, allowed: readonly Role[]): boolean => role === 'admin' || allowed.includes(role);
