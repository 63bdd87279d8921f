import type { Calendar } from '../../reports/calendar.ts';
import { daysLater } from '../../reports/days.ts';
import type { Report } from '../../reports/fold.ts';
import { type Channel, covers } from '../../reports/messages/channel.ts';
import { dailyFor, dueSoon } from '../../reports/messages/times.ts';
import type { ReportService } from '../../reports/service.ts';
import type { NewMessage } from '../../store/outbox.ts';
import type { Store } from '../../store/store.ts';

/** What time alone has to tell: a limit that is near, and the sum of the day before. */

interface Moment {
  store: Store;
  calendar: Calendar;
  directory: { id: string; service: ReportService };
  now: string;
}

/** Messages that came to their end are forgotten after so many days. */
const KEPT_DAYS = 90;

/** Tells of limits that run out soon, of each once: `told` are the directory's channels that want it. */
export async function tellDueSoon(
  { store, calendar, directory, now }: Moment,
  reports: readonly { ref: string; report: Report }[],
  told: readonly Channel[],
): Promise<void> {
  if (told.length === 0) return;
  const messages = reports.flatMap(({ ref, report }): NewMessage[] => {
    const due = report.overdueMarked ? null : dueSoon(report, now, directory.service, calendar);
    if (due === null) return [];
    const own = told.filter((channel) => covers(channel, report.station));
    const message = { directory: directory.id, kind: 'due_soon', report: ref, about: `${ref} ${due}` } as const;
    return own.map(({ id }) => ({ ...message, channel: id }));
  });
  await store.outbox.add(messages, now);
}

/** Tells of the day before, once a working day, and forgets what was sent long ago. */
export async function tellDaily({ store, calendar, directory, now }: Moment): Promise<void> {
  const day = dailyFor(now, calendar);
  if (day === null) return;
  const told = (await store.channels.list(directory.id)).filter(({ kinds }) => kinds.includes('daily'));
  const message = { directory: directory.id, kind: 'daily', report: null, about: day } as const;
  await store.outbox.add(
    told.map(({ id }) => ({ ...message, channel: id })),
    now,
  );
  await store.outbox.prune(daysLater(now, -KEPT_DAYS));
}
