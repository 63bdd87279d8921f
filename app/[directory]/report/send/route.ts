import { answerForm } from '#lib/server/reports/form-route.ts';
import { sendForm } from '#lib/server/reports/send-form.ts';

type Context = { params: Promise<{ directory: string }> };

/** The report form and its check send here and are led on to a page. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { directory } = await params;
  return answerForm(request, (posted) => sendForm(directory, posted));
}
