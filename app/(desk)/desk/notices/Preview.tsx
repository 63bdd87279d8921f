import { isCounted } from '#lib/reports/notices.ts';
import { sayNotice, noticeDeskWords as words } from '#lib/wording/notices.ts';
import { NoticeText } from '../../../(reader)/parts/NoticeText.tsx';
import { Wordmark } from '../../../(reader)/parts/Wordmark.tsx';
import { contentOf, type DraftNotice } from './draft.ts';
import type { NoticePlaces } from './NoticeForm.tsx';

interface PreviewProps {
  city: string;
  places: readonly NoticePlaces[];
  draft: DraftNotice;
  now: string;
}

/** What readers will see, in the very markup of their pages. */
export function Preview({ city, places, draft, now }: PreviewProps) {
  const districts = new Map(places.map(({ id, label }) => [id, label]));
  const stations = new Map(places.flatMap((place) => place.stations.map(({ id, name }) => [id, name] as const)));
  const content = contentOf(draft, { districts, stations }, now);
  const isLater = content.from > now;
  return (
    <section className="preview">
      <h2>{words.preview}</h2>
      {isLater && <p className="hint">{words.previewLater}</p>}
      <div className="frame">
        <p className="masthead">
          <Wordmark />
          <span>{city}</span>
        </p>
        <div className="notice">
          <NoticeText notice={sayNotice(content, content.from, content.from)} />
        </div>
      </div>
      {isCounted(content) && <p className="hint">{words.previewLate(content.until, content.from)}</p>}
    </section>
  );
}
