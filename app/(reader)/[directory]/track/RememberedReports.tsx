import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { dayOf } from '#lib/reports/days.ts';
import { fold } from '#lib/reports/fold.ts';
import type { StoredReport } from '#lib/server/reports/office.ts';
import { rememberWords } from '#lib/wording/report-pages.ts';
import { dayList, KIND_FOR_READERS, shortDay } from '#lib/wording/reports.ts';

interface RememberedReportsProps {
  directory: PublishedDirectory;
  remembered: readonly StoredReport[];
}

/** The reports that this phone has at hand, each one touch away, and one touch to forget them. */
export function RememberedReports({ directory, remembered }: RememberedReportsProps) {
  if (remembered.length === 0) return null;
  const action = paths.trackSend(directory.id);
  return (
    <section className="remembered">
      <h2>{rememberWords.heading}</h2>
      {remembered.map((stored) => (
        <form key={stored.ref} method="post" action={action}>
          <input type="hidden" name="ref" value={stored.ref} />
          <Entry directory={directory} stored={stored} />
        </form>
      ))}
      <form method="post" action={action}>
        <button className="quiet" type="submit" name="act" value="forget_all">
          <span>{rememberWords.forget}</span>
        </button>
      </form>
    </section>
  );
}

function Entry({ directory, stored }: { directory: PublishedDirectory; stored: StoredReport }) {
  const { station, kind, dates, submittedAt } = fold(stored.events);
  const name = directory.stations.find(({ id }) => id === station)?.name.value ?? null;
  return (
    <button className="btn" type="submit" name="act" value="mine">
      <span>
        <b>{rememberWords.item(name, KIND_FOR_READERS[kind])}</b>
        <span className="note">{rememberWords.about(dayList(dates), shortDay(dayOf(submittedAt)))}</span>
      </span>
      <span className="see">{rememberWords.see}</span>
    </button>
  );
}
