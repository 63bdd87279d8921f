import { dayOf } from '#lib/reports/days.ts';
import { fold } from '#lib/reports/fold.ts';
import { readerTimeline } from '#lib/reports/timeline.ts';
import { tellsWayIn } from '#lib/reports/words.ts';
import type { StoredReport } from '#lib/server/reports/office.ts';
import { trackWords } from '#lib/wording/report-pages.ts';
import { dayList, stationName, timelineText } from '#lib/wording/reports.ts';

interface ReadAloudProps {
  stored: StoredReport;
  /** Station names by id. */
  names: ReadonlyMap<string, string>;
}

/** Ready to be read out to the city line, by the reader: what it is about, what was done last, what they did themselves. */
export function ReadAloud({ stored, names }: ReadAloudProps) {
  const report = fold(stored.events);
  const { lines: say } = trackWords;
  const station = report.station && stationName(names.get(report.station));
  const called = calledBy(stored);
  const aloud = [
    say.ref(stored.ref),
    say.what(station, report.kind),
    ...(report.dates.length > 0 ? [say.days(dayList(report.dates), report.dates.length)] : []),
    say.filed(dayOf(report.submittedAt), lastDone(stored, names)),
    ...(called ? [say.called[called]] : []),
    ...(report.solved === false ? [say.unsolved(report.kind)] : []),
  ];
  return (
    <section className="section">
      <h2>{trackWords.readAloud}</h2>
      <div className="aloud">
        {aloud.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </section>
  );
}

/** What staff did last; that a clock ran out is no work. */
function lastDone({ events, private: part }: StoredReport, names: ReadAloudProps['names']) {
  const entry = readerTimeline(events).findLast(
    ({ event, side }) => side !== 'reader' && event.type !== 'escalated' && event.type !== 'submitted',
  );
  if (!entry) return null;
  // How one gets into a house is nothing to be read out.
  const typed = tellsWayIn(fold(events).kind) ? undefined : part?.words[entry.event.seq];
  return { day: dayOf(entry.event.at), text: timelineText(entry, names, typed) };
}

/** What came of the reader's last call, or null where they have not said that they called. */
function calledBy({ events }: StoredReport): 'unsolved' | 'no_answer' | 'again' | null {
  const last = events.findLast(({ type, by }) => type === 'called' && by.role === 'reader');
  return last?.type === 'called' ? (last.facts.outcome ?? 'again') : null;
}
