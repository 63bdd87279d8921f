import { paths } from '../../paths.ts';
import { deadlineOf, isOverdue } from '../../reports/clocks.ts';
import { addDays, instantOf } from '../../reports/days.ts';
import { fold, type Report } from '../../reports/fold.ts';
import { STAFF_STATES } from '../../reports/lifecycle.ts';
import type { Channel } from '../../reports/messages/channel.ts';
import type { OutboxMessage } from '../../store/outbox.ts';
import { messageWords as words } from '../../wording/messages.ts';
import { KIND_FOR_STAFF } from '../../wording/reports.ts';
import type { ReportOffice } from '../reports/office.ts';
import { publicOrigin } from '../site.ts';
import type { Content, ReportLine } from './content.ts';

/** What stands in one message; the rest is counted. */
const MOST_LINES = 20;
/** Reports that a summary looks at for how many are late. */
const MOST_COUNTED = 2000;

const deskUrl = (path: string, directory: string): string | null => {
  const origin = publicOrigin();
  return origin && `${origin}${path}?directory=${directory}`;
};

/** Whether a message still says something true: what was settled meanwhile is not news. */
function isStill({ kind }: OutboxMessage, report: Report, isLate: boolean): boolean {
  if (report.settledAt !== null) return false;
  if (kind === 'due_soon') return !isLate && !report.overdueMarked;
  return kind !== 'overdue' || isLate || report.overdueMarked;
}

/** One report as it stands now; null where there is nothing to say of it any more. */
async function lineOf(office: ReportOffice, message: OutboxMessage): Promise<ReportLine | null> {
  const stored = message.report === null ? null : await office.store.reports.find(message.report);
  if (!stored) return null;
  const { names, now, calendar, directory } = office;
  const report = fold(stored.events);
  const deadline = deadlineOf(report, directory.service, calendar);
  const isLate = isOverdue(deadline, now);
  if (!isStill(message, report, isLate)) return null;
  const stationName = report.station === null ? words.noStation : (names.get(report.station) ?? words.noStation);
  return {
    ...{ kind: message.kind, ref: stored.ref, station: report.station, stationName },
    ...{ about: report.kind, state: report.state, due: deadline?.latest ?? null },
    text: words.line(stationName, KIND_FOR_STAFF[report.kind], dueWords(report.state, deadline?.latest, isLate, now)),
    url: deskUrl(paths.desk.report(stored.ref), directory.id),
  };
}

function dueWords(state: Report['state'], due: string | undefined, isLate: boolean, now: string): string | null {
  if (due === undefined) return null;
  if (isLate) return words.late(due, now);
  return state in words.due ? words.due[state as keyof typeof words.due](due, now) : null;
}

/** The day before, in figures. Of a channel of some stations: of those. */
async function summaryOf(office: ReportOffice, channel: Channel, message: OutboxMessage): Promise<Content> {
  const { store, directory } = office;
  const day = message.about;
  const span = { from: instantOf(day, '00:00'), to: instantOf(addDays(day, 1), '00:00') };
  const { stations } = channel;
  const counted = await store.reportQueues.countOfDay(directory.id, stations, span);
  const states = [...STAFF_STATES];
  const open = await store.reportQueues.list(directory.id, { states, stations }, { limit: MOST_COUNTED });
  const late = open.filter(({ events }) => fold(events).overdueMarked).length;
  return {
    ...{ id: message.id, at: message.at, kind: 'daily', isRepeated: false, reports: [] },
    title: words.dailyTitle(directory.facts.city, day),
    lines: words.daily({ ...counted, open: open.length, late }),
    url: deskUrl(paths.desk.reports, directory.id),
  };
}

/** Messages of one channel as one: what is left of them, and which say nothing any more. */
export async function compose(
  office: ReportOffice,
  channel: Channel,
  messages: readonly OutboxMessage[],
): Promise<{ content: Content | null; told: readonly OutboxMessage[]; dropped: readonly OutboxMessage[] }> {
  const [first] = messages;
  if (first?.kind === 'daily') return { content: await summaryOf(office, channel, first), told: [first], dropped: [] };
  const found = await Promise.all(messages.map(async (message) => ({ message, line: await lineOf(office, message) })));
  const told = found.flatMap(({ message, line }) => (line ? [{ message, line }] : []));
  const dropped = found.flatMap(({ message, line }) => (line ? [] : [message]));
  return { content: contentOf(told, office), told: told.map(({ message }) => message), dropped };
}

function contentOf(
  told: readonly { message: OutboxMessage; line: ReportLine }[],
  { directory }: ReportOffice,
): Content | null {
  const [first, ...others] = told;
  if (!first) return null;
  const { message, line } = first;
  const common = { id: message.id, at: message.at, isRepeated: false };
  const shown = told.slice(0, MOST_LINES).map((one) => one.line);
  if (others.length === 0)
    return {
      ...common,
      kind: line.kind,
      title: words.title(line.kind, line.ref),
      lines: [],
      reports: shown,
      url: line.url,
    };
  const more = told.length - shown.length;
  return {
    ...{ ...common, kind: 'several', title: words.several(told.length), reports: shown },
    lines: more > 0 ? [words.more(more)] : [],
    url: deskUrl(paths.desk.reports, directory.id),
  };
}

/** Sent by hand, to see whether a channel works. */
export const trialContent = (id: string, at: string, channel: string): Content => ({
  ...{ id, at, kind: 'trial', title: words.trial, reports: [], url: null, isRepeated: false },
  lines: [words.trialText(channel)],
});
