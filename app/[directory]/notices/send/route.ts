import { z } from 'zod';
import { paths } from '#lib/paths.ts';
import { findDirectory } from '#lib/server/directories.ts';
import { COUNTED_COOKIE, countNotice } from '#lib/server/notice-count.ts';
import { answerForm, cookieOf, fieldOf, leadTo } from '#lib/server/reports/form-route.ts';
import { hmac } from '#lib/server/reports/hmac.ts';
import { giveBack } from '#lib/server/sent-again.ts';
import { getStore } from '#lib/server/store.ts';
import { noticeWords } from '#lib/wording/notices.ts';

const formSchema = z.object({ notice: z.string().regex(/^[1-9]\d{0,8}$/), station: z.string().max(100) });

/** 我也没收到: counted once a browser, and led back to the form it stands on. */
export async function POST(request: Request, { params }: RouteContext<'/[directory]/notices/send'>): Promise<Response> {
  const directory = await findDirectory((await params).directory);
  return answerForm(request, async ({ fields, address, size }) => {
    if (directory === null) return null;
    const typed = { notice: fieldOf(fields, 'notice'), station: fieldOf(fields, 'station') };
    const form = formSchema.safeParse(typed);
    const isListed = directory.stations.some(({ id }) => id === typed.station);
    if (!form.success || !(typed.station === '' || isListed)) return new Response(null, { status: 400 });
    const station = isListed ? typed.station : undefined;
    const cookie = cookieOf(request.headers, COUNTED_COOKIE);
    const counting = { store: await getStore(), hmac, directory, cookie, address };
    const outcome = await countNotice(counting, { notice: Number(typed.notice), station }, new Date().toISOString());
    if (!('wait' in outcome))
      return leadTo(paths.report(directory.id, station), ...(outcome.cookie ? [outcome.cookie] : []));
    const again = { directory, action: paths.noticesSend(directory.id), fields: Object.entries(typed) };
    return giveBack(
      'client',
      outcome.wait,
      { ...again, shown: [[noticeWords.label, noticeWords.counted.button]] },
      size,
    );
  });
}
