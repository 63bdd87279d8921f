import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * A browser in which somebody has signed in keeps a mark of it, and guesses from there count by themselves. Without it
 * whoever knows a colleague's name could keep them out by guessing at it (OWASP: device cookies). The mark opens
 * nothing: it is worth another ten guesses.
 */
export interface DeviceMark {
  /** The cookie's; a browser that several people use has one for each. */
  name: string;
  value: string;
}

export const DEVICE_DAYS = 180;

const VALUE = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

const cookieName = (username: string) =>
  `baoda.device-${createHash('sha256').update(username).digest('hex').slice(0, 8)}`;
const sign = (key: string, username: string, id: string) =>
  createHmac('sha256', key).update(`device\n${username}\n${id}`).digest('base64url');

/** A new mark for somebody's browser. @param username folded */
export function makeDeviceMark(key: string, username: string): DeviceMark {
  const id = randomBytes(16).toString('base64url');
  return { name: cookieName(username), value: `${id}.${sign(key, username, id)}` };
}

/** The id of the browser where it carries a mark of ours for this name, else null. */
export function readDevice(key: string, username: string, headers: Pick<Headers, 'get'>): string | null {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  const value = pairs.find(([name]) => name === cookieName(username))?.[1] ?? '';
  const [, id = '', signature = ''] = VALUE.exec(value) ?? [];
  if (id === '') return null;
  const expected = Buffer.from(sign(key, username, id));
  return timingSafeEqual(expected, Buffer.from(signature)) ? id : null;
}
