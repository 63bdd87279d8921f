import { type Desk, setPassword } from './staff.ts';

/** A sign-in that is still good. `device` is what the browser says of itself. */
export interface OpenSession {
  id: string;
  device: string | null;
  startedAt: Date;
}

/** Somebody's open sessions, the newest first. */
export async function listSessions({ auth }: Desk, staff: string): Promise<OpenSession[]> {
  const sessions = await (await auth.$context).internalAdapter.listSessions(staff, { onlyActiveSessions: true });
  return sessions
    .map(({ id, userAgent, createdAt }) => ({
      id,
      device: userAgent?.slice(0, 200) || null,
      startedAt: new Date(createdAt),
    }))
    .toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
}

/** Ends one session, where it is this person's. */
export async function endSession({ auth }: Desk, staff: string, session: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const own = (await internalAdapter.listSessions(staff)).find(({ id }) => id === session);
  if (own) await internalAdapter.deleteSession(own.token);
}

/** Ends every session of somebody. */
export async function endSessions({ auth }: Desk, staff: string): Promise<void> {
  await (await auth.$context).internalAdapter.deleteUserSessions(staff);
}

/** Sets a new password and ends every session but the one it was changed in. */
export async function replacePassword(desk: Desk, staff: string, password: string, kept: string): Promise<void> {
  await setPassword(desk, staff, password);
  const others = (await listSessions(desk, staff)).filter(({ id }) => id !== kept);
  for (const { id } of others) await endSession(desk, staff, id);
}
