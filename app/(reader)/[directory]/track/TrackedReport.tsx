import { paths } from '#lib/paths.ts';
import { dayOf, timeOf } from '#lib/reports/days.ts';
import { standingEscalations } from '#lib/reports/escalation.ts';
import { fold, type Report } from '#lib/reports/fold.ts';
import { isFinal } from '#lib/reports/lifecycle.ts';
import { type NextStep, nextStep } from '#lib/reports/next.ts';
import { readerTimeline } from '#lib/reports/timeline.ts';
import type { ReportOffice, StoredReport } from '#lib/server/reports/office.ts';
import { readerWords } from '#lib/server/reports/reader-view.ts';
import { viewStation } from '#lib/shown/present.ts';
import { type StateFacts, trackWords } from '#lib/wording/report-pages.ts';
import {
  ESCALATION,
  NEXT_FOR_READERS,
  STATE_FOR_READERS,
  stationName,
  timelineText,
  weekDay,
} from '#lib/wording/reports.ts';
import { Phrases } from '../../parts/Phrases.tsx';
import { Remember } from '../../parts/Remember.tsx';
import { StationRow } from '../../parts/StationRow.tsx';
import { Steps } from '../../parts/Steps.tsx';
import { ReadAloud } from './ReadAloud.tsx';
import { ReaderActs } from './ReaderActs.tsx';

interface TrackedReportProps {
  office: ReportOffice;
  stored: StoredReport;
  /** What was written and could not be taken yet. */
  typed: string;
  /** This phone has it at hand. */
  isRemembered: boolean;
}

/** A report as its reader sees it: where it stands, what they may say, what was done, and what to read aloud. */
export function TrackedReport({ office, stored, typed, isRemembered }: TrackedReportProps) {
  const { directory, attendance, calendar } = office;
  const report = fold(stored.events);
  const names = new Map(directory.stations.map(({ id, name }) => [id, name.value ?? '']));
  const done = readerTimeline(stored.events).map((entry) => ({
    when: `${weekDay(dayOf(entry.event.at))} ${timeOf(entry.event.at)}`,
    text: timelineText(entry, names, readerWords(stored, entry)),
    typed: true as const,
  }));
  const next = nextStep(report, attendance, directory.service, calendar);
  // Staff have a clock; a reader is given whole days.
  const by = next.by && weekDay(dayOf(next.by)) + (next.who === 'reader' ? '' : timeOf(next.by));
  const when = by === null ? trackWords.next : isPast(next, office) ? trackWords.nextLate(by) : trackWords.nextBy(by);
  const station = stationName(names.get(report.station ?? ''));
  return (
    <>
      <h1>{trackWords.heading}</h1>
      <p className="note">{`${trackWords.ref} ${stored.ref}`}</p>
      <Standing report={report} attended={attendance === 'attended'} facts={{ station, by, done: doneBy(stored) }} />
      <ReaderActs office={office} stored={stored} report={report} typed={typed} />
      <section className="section">
        <h2>{trackWords.timeline}</h2>
        <Steps done={done} coming={next.action === 'none' ? [] : [{ when, text: NEXT_FOR_READERS[next.action] }]} />
      </section>
      <ReadAloud stored={stored} names={names} />
      <StationToCall office={office} report={report} />
      <Remember directory={directory.id} isRemembered={isRemembered} />
      <Last directory={directory.id} />
    </>
  );
}

/** What ends a look at it; to erase it stands here, far from 撤回. */
function Last({ directory }: { directory: string }) {
  return (
    <form className="quiets last" method="post" action={paths.trackSend(directory)}>
      <button className="quiet" type="submit" name="act" value="leave">
        <span>{trackWords.other}</span>
      </button>
      <a className="quiet" href={`${paths.track(directory)}?sure=erase`}>
        <span>{trackWords.acts.erase}</span>
      </a>
    </form>
  );
}

/** Where the report stands, and what was passed on. */
function Standing({ report, attended, facts }: { report: Report; attended: boolean; facts: StateFacts }) {
  return (
    <div className="state">
      <h2>{STATE_FOR_READERS[report.state]}</h2>
      <p>
        <Phrases parts={trackWords.stateLead(report.state, attended, facts)} />
      </p>
      {standingEscalations(report).map((reason) => (
        <p key={reason}>{ESCALATION[reason]}</p>
      ))}
    </div>
  );
}

/** The numbers of the report's station, which is called before the city line. */
function StationToCall({ office: { directory }, report }: { office: ReportOffice; report: Report }) {
  const station = directory.stations.find(({ id }) => id === report.station);
  if (!station || isFinal(report.state) || report.state === 'closed') return null;
  return <StationRow directory={directory} view={viewStation(directory, station)} heading="h2" />;
}

const isPast = ({ by }: NextStep, { now }: ReportOffice) => by !== null && by < now;

/** Who last said that it is done, and what they did. */
function doneBy({ events }: StoredReport): StateFacts['done'] {
  const entry = readerTimeline(events).findLast(({ event }) => event.type === 'resolved');
  if (entry?.event.type !== 'resolved') return null;
  return { by: entry.side === 'station' ? 'station' : 'office', result: entry.event.facts.result };
}
