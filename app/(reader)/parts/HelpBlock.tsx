import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { cityLineAge } from '#lib/shown/age.ts';
import { words } from '#lib/wording/reader.ts';
import { Age } from './Age.tsx';
import { CityCall, cityLineText } from './CityLine.tsx';
import { Digits } from './Digits.tsx';

export type HelpReason = keyof typeof words.help.heading;

interface HelpBlockProps {
  directory: PublishedDirectory;
  reason: HelpReason;
  /** The station a report would be about; false where the page has its own door to the form, or is the form. */
  report?: string | false | undefined;
}

/** The last block of every page but home, where the list follows: whom to call when the station did not help. */
export function HelpBlock({ directory, reason, report }: HelpBlockProps) {
  const { label, digits } = cityLineText(directory);
  return (
    <section className="help">
      <h2>{words.help.heading[reason]}</h2>
      <p>{label}</p>
      <span className="cityno">
        <Digits digits={digits} />
      </span>
      <Age age={cityLineAge(directory)} />
      <CityCall directory={directory} solid={false} />
      {report !== false && directory.service.onlineReports && (
        <a className="quiet" href={paths.report(directory.id, report)}>
          <span>{words.help.report}</span>
        </a>
      )}
    </section>
  );
}
