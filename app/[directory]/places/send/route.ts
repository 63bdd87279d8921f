import { searchPath } from '#lib/lookup/search-path.ts';
import { paths } from '#lib/paths.ts';
import { TOLD_COOKIE, tellPlace } from '#lib/server/asked-places.ts';
import { findDirectory } from '#lib/server/directories.ts';
import { answerForm, cookieOf, fieldOf, leadTo } from '#lib/server/reports/form-route.ts';
import { hmac } from '#lib/server/reports/hmac.ts';
import { giveBack } from '#lib/server/sent-again.ts';
import { getStore } from '#lib/server/store.ts';
import { placeWords } from '#lib/wording/places.ts';

/** 告诉我们这个地方: the words are counted, and one is led to a page that says so. */
export async function POST(request: Request, { params }: RouteContext<'/[directory]/places/send'>): Promise<Response> {
  const directory = await findDirectory((await params).directory);
  return answerForm(request, async ({ fields, address, size }) => {
    if (directory === null) return null;
    const words = fieldOf(fields, 'words');
    const cookie = cookieOf(request.headers, TOLD_COOKIE);
    const telling = { store: await getStore(), hmac, directory, cookie, address };
    const outcome = await tellPlace(telling, words, new Date().toISOString());
    if ('refused' in outcome) return leadTo(paths.placesNotTold(directory.id));
    if ('found' in outcome) return leadTo(searchPath(directory.id, outcome.found));
    if ('told' in outcome)
      return leadTo(paths.places(directory.id, outcome.told), ...(outcome.cookie ? [outcome.cookie] : []));
    const shown = [[placeWords.label, words]] as const;
    const again = { directory, action: paths.placesSend(directory.id), fields: [['words', words]] as const, shown };
    return giveBack('client', outcome.wait, again, size);
  });
}
