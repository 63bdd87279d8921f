import { expect, test } from 'vitest';
import { helpRolesOf } from './help-roles.ts';

test.each([
  ['an agent', { roles: { here: 'agent' }, isOwner: false }, ['agent']],
  [
    'who is this here and that there',
    { roles: { here: 'editor', there: 'agent' }, isOwner: false },
    ['agent', 'editor'],
  ],
  ['an admin', { roles: { here: 'admin' }, isOwner: false }, ['agent', 'dispatcher', 'editor', 'admin', 'owner']],
  ['an owner alone', { roles: {}, isOwner: true }, ['agent', 'dispatcher', 'editor', 'admin', 'owner']],
  ['who has no post', { roles: {}, isOwner: false }, []],
] as const)('help for %s', (_who, posts, roles) => {
  expect(helpRolesOf(posts)).toEqual(roles);
});
