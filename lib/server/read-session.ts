import { listDirectories } from './directory-sources.ts';
import { mustHaveFactor, readFactorRules } from './factor-rule.ts';
import { type Desk, type Posts, readPosts } from './staff.ts';

/** Somebody who is signed in. `username` stands in the history and at the top of the page. */
export interface SignedIn extends Posts {
  id: string;
  username: string;
  /** The id of this session, not its token. */
  session: string;
  hasFactor: boolean;
  /** They must have a second factor and have none: until then they have no role, and only set it up. */
  mustSetUp: boolean;
}

const NO_POSTS: Posts = { isOwner: false, roles: {}, stations: [] };

/** The person whose session a request carries, or null. Disabled accounts and ended sessions count as none. */
export async function readSession({ auth, store }: Desk, requestHeaders: Headers): Promise<SignedIn | null> {
  const session = await auth.api.getSession({ headers: requestHeaders });
  if (!session || session.user.banned) return null;
  const { id, name } = session.user;
  const [roles, stations, cities] = await Promise.all([
    store.posts.rolesOf(id),
    store.posts.stationsOf(id),
    listDirectories(store),
  ]);
  // A role in a city that is not there any more is none.
  const here = roles.filter(({ directory, role }) => role === 'owner' || cities.includes(directory));
  const posts = readPosts(here, stations);
  const hasFactor = session.user.twoFactorEnabled === true;
  const mustSetUp = !hasFactor && mustHaveFactor(await readFactorRules(store, cities), posts);
  const own = { id, username: name, session: session.session.id, hasFactor, mustSetUp };
  return { ...own, ...(mustSetUp ? NO_POSTS : posts) };
}
