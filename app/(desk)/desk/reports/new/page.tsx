import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { addDays, dayOf } from '#lib/reports/days.ts';
import { DATE_LIMITS } from '#lib/reports/form.ts';
import { newKey } from '#lib/server/reports/drafts.ts';
import { requirePageRole } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { weekDay } from '#lib/wording/reports.ts';
import { deskOffice } from '../desk-office.ts';
import { stationText } from '../station-text.ts';
import { FileForm } from './FileForm.tsx';

const words = deskReportWords;
export const metadata: Metadata = { title: deskWords.title(words.file) };

/** A clerk files for somebody who called. */
export default async function FileReportPage() {
  await requirePageRole(paths.desk.fileReport, 'dispatcher');
  const { directory, now } = await deskOffice();
  const days = Array.from({ length: DATE_LIMITS.days }, (_, back) => addDays(dayOf(now), -back));
  return (
    <>
      <p className="position">
        <Link href={paths.desk.reports as Route}>{words.position}</Link>
      </p>
      <div className="head">
        <h1>{words.file}</h1>
        <p>{words.fileForm.lead}</p>
      </div>
      <FileForm
        formKey={newKey()}
        stations={directory.stations.map(({ id }) => ({ id, text: stationText(directory, id) }))}
        days={days.map((day) => ({ day, text: weekDay(day) }))}
      />
    </>
  );
}
