'use client';

import { paths } from '#lib/paths.ts';
import { words } from '#lib/wording/reader.ts';

/**
 * A fault while a page was made, where Next serves it without our front: its client draws this. Otherwise the front
 * sends a page with the same words, the search and the city line, without script.
 */
export default function ReaderError() {
  return (
    <div className="page">
      <main className="find">
        <h1>{words.failed.heading}</h1>
        <p className="note">{words.failed.lead}</p>
        <a className="quiet" href={paths.home}>
          <span>{words.seeAll}</span>
        </a>
      </main>
    </div>
  );
}
