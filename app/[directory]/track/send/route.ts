import { answerForm } from '#lib/server/reports/form-route.ts';
import { sendTrack } from '#lib/server/reports/send-track.ts';

type Context = { params: Promise<{ directory: string }> };

/** The forms of the tracking page send here and are led back to it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { directory } = await params;
  return answerForm(request, (posted) => sendTrack(directory, posted));
}
