import type { PublishedDirectory } from '#lib/directory/records.ts';
import { ageParts, words } from '#lib/wording/reader.ts';
import { Age } from './Age.tsx';
import { CityCall, cityLineText } from './CityLine.tsx';

export type HelpReason = 'after_station' | 'still_unsolved' | 'not_found';

const HEADINGS: Record<HelpReason, string> = {
  after_station: words.help.heading,
  still_unsolved: words.help.stillUnsolved,
  not_found: words.help.notFound,
};

/** The last block of every page: whom to call when the station did not help. */
export function HelpBlock({ directory, reason }: { directory: PublishedDirectory; reason: HelpReason }) {
  const { label, digits } = cityLineText(directory);
  return (
    <section className="help">
      <h2>{HEADINGS[reason]}</h2>
      <p>{label}</p>
      <span className="cityno">{digits}</span>
      <Age parts={ageParts(directory.facts.printedAbout, null)} />
      <CityCall directory={directory} solid={false} />
    </section>
  );
}
