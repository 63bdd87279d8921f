import { CLIENT_ADDRESS_HEADER } from '../lib/server/front/headers.ts';

/** A form as a browser sends it, or, with `accept`, as our script does. */
export interface Sending {
  cookie?: string | undefined;
  accept?: string;
  type?: string;
  origin?: string;
  /** The client's address, as the front vouches for it. */
  address?: string;
}

type Post = (request: Request, context: { params: Promise<{ action: string }> }) => Promise<Response>;

/** Sends a form of the desk to its route handler. */
export function sendForm(
  post: Post,
  action: string,
  body: Record<string, string> | string,
  { cookie = '', accept = 'text/html', type = 'application/x-www-form-urlencoded', origin, address }: Sending = {},
): Promise<Response> {
  const request = new Request(`http://localhost/desk/send/${action}`, {
    method: 'POST',
    headers: {
      cookie,
      accept,
      'content-type': type,
      host: 'localhost',
      ...(origin && { origin }),
      ...(address && { [CLIENT_ADDRESS_HEADER]: address }),
    },
    body: typeof body === 'string' ? body : String(new URLSearchParams(body)),
  });
  return post(request, { params: Promise.resolve({ action }) });
}
