/** A form as a browser sends it, or, with `accept`, as our script does. */
export interface Sending {
  cookie?: string | undefined;
  accept?: string;
  type?: string;
  origin?: string;
}

type Post = (request: Request, context: { params: Promise<{ action: string }> }) => Promise<Response>;

/** Sends a form of the desk to its route handler. */
export function sendForm(
  post: Post,
  action: string,
  body: Record<string, string> | string,
  { cookie = '', accept = 'text/html', type = 'application/x-www-form-urlencoded', origin }: Sending = {},
): Promise<Response> {
  const request = new Request(`http://localhost/desk/send/${action}`, {
    method: 'POST',
    headers: { cookie, accept, 'content-type': type, host: 'localhost', ...(origin && { origin }) },
    body: typeof body === 'string' ? body : String(new URLSearchParams(body)),
  });
  return post(request, { params: Promise.resolve({ action }) });
}
