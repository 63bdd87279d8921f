import type { IncomingMessage } from 'node:http';
import { getDesk } from '../desk.ts';
import { readSession } from '../read-session.ts';

/** Whether a request carries the session of somebody who works here. What they may do is asked beside the data. */
export async function isSignedIn({ headers }: Pick<IncomingMessage, 'headers'>): Promise<boolean> {
  const cookie = new Headers({ cookie: headers.cookie ?? '' });
  return (await readSession(await getDesk(), cookie)) !== null;
}
