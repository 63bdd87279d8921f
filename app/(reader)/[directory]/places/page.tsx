import { cookies } from 'next/headers';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { searchPath } from '#lib/lookup/search-path.ts';
import { paths } from '#lib/paths.ts';
import { hasTold, TOLD_COOKIE } from '#lib/server/asked-places.ts';
import { hmac } from '#lib/server/reports/hmac.ts';
import { placeWords } from '#lib/wording/places.ts';
import { BackLink } from '../../parts/BackLink.tsx';
import { directoryOrNotFound } from '../../parts/find-directory.ts';
import { Page } from '../../parts/Page.tsx';
import { Phrases } from '../../parts/Phrases.tsx';

/** What became of 告诉我们这个地方: what was sent, or why it was not; and the way back. */
export default async function PlacesPage({ params, searchParams }: PageProps<'/[directory]/places'>) {
  const directory = await directoryOrNotFound((await params).directory);
  const { words, not } = await searchParams;
  const told = (await cookies()).get(TOLD_COOKIE)?.value;
  if (typeof words === 'string' && hasTold(hmac, directory.id, told, words))
    return <Sent directory={directory} words={words} />;
  const { heading, what } = not === undefined ? placeWords.about : placeWords.notSent;
  return (
    <Page directory={directory} title={heading} path={paths.places(directory.id)} help="not_found" noindex>
      <BackLink directory={directory} />
      <div className="title">
        <h1>{heading}</h1>
      </div>
      <p className="remark">
        <Phrases parts={what} />
      </p>
      <div className="told">
        <a className="btn" href={paths.directory(directory.id)}>
          {placeWords.home}
        </a>
      </div>
    </Page>
  );
}

function Sent({ directory, words }: { directory: PublishedDirectory; words: string }) {
  const { heading, what, next, back } = placeWords.sent;
  const here = paths.places(directory.id, words);
  return (
    <Page directory={directory} title={heading} path={paths.places(directory.id)} here={here} help="not_found" noindex>
      <BackLink directory={directory} />
      <div className="title">
        <h1>{heading}</h1>
      </div>
      <p className="remark">
        <Phrases parts={what(words)} />
      </p>
      <div className="told">
        <p>
          <Phrases parts={next} />
        </p>
        <a className="btn" href={searchPath(directory.id, words)}>
          {back(words)}
        </a>
      </div>
    </Page>
  );
}
