import { z } from 'zod';
import { paths } from '#lib/paths.ts';
import { findDirectory } from '#lib/server/directories.ts';
import { clientAddressOf, isForeign } from '#lib/server/origin.ts';
import { keepReaderMark } from '#lib/server/reader-marks.ts';
import { answerNotKept, cookieOf } from '#lib/server/reports/form-route.ts';
import { type GivenBack, giveBack } from '#lib/server/sent-again.ts';
import { isStoreFault } from '#lib/server/store.ts';
import { problemWords } from '#lib/wording/problem.ts';

const formSchema = z.object({ phone: z.string().max(100), kind: z.enum(['no_answer', 'not_station']) });

/** Keeps what a reader found about a number and leads back to the page that says so. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/[directory]/stations/[station]/problem/send'>,
): Promise<Response> {
  if (isForeign(request.headers)) return new Response(null, { status: 403 });
  const { directory, station } = await params;
  const fields = await readForm(request);
  const form = formSchema.safeParse(Object.fromEntries(fields));
  if (!form.success) return new Response(null, { status: 400 });
  const mark = { directory, station, ...form.data };
  const outcome = await keepReaderMark(mark, clientAddressOf(request.headers), new Date()).catch((error: unknown) => {
    if (isStoreFault(error)) return answerNotKept(request, fields, error);
    throw error;
  });
  if (outcome instanceof Response) return outcome;
  if (outcome === 'unknown') return new Response(null, { status: 404 });
  if (outcome !== 'kept') return giveMarkBack(mark, outcome, request.headers);
  const location = `${paths.problem(directory, station, form.data.phone)}&thanks=1`;
  return new Response(null, { status: 303, headers: { location } });
}

type Mark = z.infer<typeof formSchema> & { directory: string; station: string };

/** Too many came from there: the same answer again with one press, and the city line meanwhile. */
async function giveMarkBack(mark: Mark, retryAfter: number, headers: Headers): Promise<Response> {
  const { phone, kind } = mark;
  const form = {
    directory: await findDirectory(mark.directory),
    action: paths.problemSend(mark.directory, mark.station),
    fields: Object.entries({ phone, kind }),
    shown: [[problemWords.heading.ask, problemWords.kinds[kind]]],
  } satisfies GivenBack;
  return giveBack('client', retryAfter, form, cookieOf(headers, 'size'));
}

/** An empty form where the body is no form at all. */
async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    return new FormData();
  }
}
