import { HELP_ROLES, type HelpRole } from '../../wording/help.ts';
import type { Posts } from '../staff.ts';

/** Of which roles somebody finds help: of their own in any city. Whoever explains the desk to others finds it of all. */
export function helpRolesOf({ roles, isOwner }: Pick<Posts, 'roles' | 'isOwner'>): HelpRole[] {
  const own = Object.values(roles);
  if (isOwner || own.includes('admin')) return [...HELP_ROLES];
  return HELP_ROLES.filter((role) => role !== 'owner' && own.includes(role));
}
