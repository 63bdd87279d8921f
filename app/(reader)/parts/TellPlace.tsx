import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { tellable } from '#lib/server/asked-places.ts';
import { placeWords } from '#lib/wording/places.ts';
import { Phrases } from './Phrases.tsx';

interface TellPlaceProps {
  directory: PublishedDirectory;
  /** What was searched for in vain; '' where nothing was: the page's script fills it in. */
  words: string;
}

/** 告诉我们这个地方: a search that found nothing, sent by the reader's own tap. */
export function TellPlace({ directory, words }: TellPlaceProps) {
  const { before, after, rest } = placeWords.note;
  return (
    <form id="tell" method="post" action={paths.placesSend(directory.id)} hidden={!tellable(words)}>
      <input type="hidden" name="words" defaultValue={words} />
      <button className="btn" type="submit">
        {placeWords.button}
      </button>
      <p className="note">
        <span className="ph">
          {before}
          <span>{words}</span>
          {after}
        </span>
        <Phrases parts={rest} />
      </p>
    </form>
  );
}
