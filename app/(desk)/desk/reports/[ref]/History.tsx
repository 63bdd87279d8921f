import type { PublishedDirectory } from '#lib/directory/records.ts';
import { timeline } from '#lib/reports/timeline.ts';
import type { StoredReport } from '#lib/server/reports/office.ts';
import { shortTime } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { timelineText } from '#lib/wording/reports.ts';

const words = deskReportWords;
const STAFF_ONLY = ['noted', 'unmasked'];

/** Everything that happened, the newest first, with who did it. */
export function History({ directory, stored }: { directory: PublishedDirectory; stored: StoredReport }) {
  const names = new Map(directory.stations.map(({ id, name }) => [id, name.value ?? '']));
  return (
    <section>
      <h2>{words.history}</h2>
      <table>
        <tbody>
          {timeline(stored.events)
            .toReversed()
            .map((entry) => (
              <tr key={entry.event.seq}>
                <td className="number">{shortTime(entry.event.at)}</td>
                <td className="typed">
                  {entry.event.by.name && <b>{`${entry.event.by.name}：`}</b>}
                  {timelineText(entry, names, stored.private?.words[entry.event.seq], '读者')}
                  {STAFF_ONLY.includes(entry.event.type) && <small>{words.notOurs}</small>}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
