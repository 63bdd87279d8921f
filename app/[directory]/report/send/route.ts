import { readPosted } from '#lib/server/reports/form-route.ts';
import { sendForm } from '#lib/server/reports/send-form.ts';

type Context = { params: Promise<{ directory: string }> };

/** The report form and its check send here and are led on to a page. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const posted = await readPosted(request);
  if (posted instanceof Response) return posted;
  return (await sendForm((await params).directory, posted, request.headers)) ?? new Response(null, { status: 404 });
}
