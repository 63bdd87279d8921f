import { answerForm } from '#lib/server/reports/form-route.ts';
import { sendForm } from '#lib/server/reports/send-form.ts';

/** The report form and its check send here and are led on to a page. */
export async function POST(request: Request, { params }: RouteContext<'/[directory]/report/send'>): Promise<Response> {
  const { directory } = await params;
  return answerForm(request, (posted) => sendForm(directory, posted));
}
