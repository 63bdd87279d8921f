import { effectOf, type Telling } from '#lib/directory/flags.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { shownName } from '#lib/shown/phone-words.ts';
import { sharedNumbers } from '#lib/shown/present.ts';
import { aboutWords } from '#lib/wording/about.ts';
import { longDate } from '#lib/wording/dates.ts';

/** What is said on the record without being a doubt: assumed area codes, shared numbers, blank cells, age. */
export function RecordNotes({ directory }: { directory: PublishedDirectory }) {
  const { notes } = aboutWords;
  // Said of the table as it was printed, whatever was decided since.
  const count = (telling: Telling) => directory.flags.filter(({ code }) => effectOf(code).tells === telling).length;
  const assumed = count('area_code');
  const missing = count('blank');
  const said = [
    notes.delivery,
    ...(assumed ? [notes.areaCode(assumed, directory.facts.areaCode)] : []),
    ...sharedNumbers(directory).map((owners) =>
      // What staff gave or added is printed by nobody.
      (owners.some(({ phone }) => phone.phone.corrected || phone.phone.added) ? notes.sharedSince : notes.shared)(
        owners.map(({ view }) => shownName(view)),
        owners[0]?.phone.digits ?? '',
      ),
    ),
    ...(missing ? [notes.missing(missing)] : []),
    ...(count('age') ? [notes.stale(longDate(directory.facts.effectiveFrom))] : []),
    ...(directory.facts.cityLineAmbiguity ? [directory.facts.cityLineAmbiguity] : []),
  ];
  return (
    <section className="section prose">
      <h2>{notes.heading}</h2>
      {said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}
