import type { PublishedDirectory } from '#lib/directory/records.ts';
import { MISSED_TODAY, paths } from '#lib/paths.ts';
import type { Age } from '#lib/wording/age.ts';
import { mineWords } from '#lib/wording/mine.ts';
import { Phrases } from './Phrases.tsx';

interface MyStationProps {
  /** Whose home it stands on; without it a remembered station of any city is shown. */
  directory?: PublishedDirectory;
  /** The age that the page's list says once above itself, and its rows therefore not. */
  ageSaid?: Age | null;
  /** Where another one is chosen. */
  others: string;
}

/**
 * The station that this phone remembers, with its calls. Only the phone knows which: its script puts the row in, and
 * until then, and without one, nothing of this is shown.
 */
export function MyStation({ directory, ageSaid, others }: MyStationProps) {
  const report = directory?.service.onlineReports !== false;
  return (
    <section
      className="mine"
      id="mine"
      aria-labelledby="mine-h"
      data-directory={directory?.id}
      data-age={ageSaid?.join('|')}
      data-else={mineWords.elsewhere}
    >
      <h2 className="note" id="mine-h">
        {mineWords.heading}
      </h2>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: empty, so that Next's client leaves to the script what is in it */}
      <div className="slot" dangerouslySetInnerHTML={{ __html: '' }} />
      <div className="acts">
        {report && (
          <a
            className="btn"
            href={directory && paths.report(directory.id)}
            data-to={directory && paths.report(directory.id, '*', MISSED_TODAY)}
          >
            {mineWords.report}
          </a>
        )}
        <a className="quiet" href={others}>
          <span>{mineWords.another}</span>
        </a>
        <button className="quiet" type="button">
          <span>{mineWords.forget}</span>
        </button>
      </div>
    </section>
  );
}

/** On a station's page: its script shows one of the two, once it knows whether this phone can remember anything. */
export function RememberStation({ directory, station }: { directory: string; station: string }) {
  return (
    <div className="remember" hidden data-remember={`${directory}/${station}`} suppressHydrationWarning>
      <button className="btn" type="button">
        {mineWords.remember}
      </button>
      <button className="btn" type="button" hidden suppressHydrationWarning>
        {mineWords.forget}
      </button>
      <p className="note">
        <Phrases parts={mineWords.effect} />
      </p>
    </div>
  );
}
