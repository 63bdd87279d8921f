import { NotFoundContent } from './parts/NotFoundContent.tsx';
import { chosenTextSize } from './parts/text-size.ts';

/** The same where Next's client fills the page in (`BAODA_LEAN=0`): a directory, district or station that is not there. */
export default async function NotFound() {
  return <NotFoundContent size={await chosenTextSize()} />;
}
