import { answerForm } from '#lib/server/reports/form-route.ts';
import { sendTrack } from '#lib/server/reports/send-track.ts';

/** The forms of the tracking page send here and are led back to it. */
export async function POST(request: Request, { params }: RouteContext<'/[directory]/track/send'>): Promise<Response> {
  const { directory } = await params;
  return answerForm(request, (posted) => sendTrack(directory, posted));
}
