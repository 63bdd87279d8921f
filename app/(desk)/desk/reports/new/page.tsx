import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { addDays, dayOf } from '#lib/reports/days.ts';
import { DATE_LIMITS } from '#lib/reports/form.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { newKey } from '#lib/server/reports/drafts.ts';
import { openReportOffice } from '#lib/server/reports/office.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { weekDay } from '#lib/wording/reports.ts';
import { one } from '../../flags/query.ts';
import { stationOptions } from '../station-text.ts';
import { FileForm } from './FileForm.tsx';

const words = deskReportWords;
export const metadata: Metadata = { title: deskWords.title(words.file) };

/** A clerk files for somebody who called. */
export default async function FileReportPage({ searchParams }: PageProps<'/desk/reports/new'>) {
  const asked = one((await searchParams).directory);
  const staff = await requireCityPage(paths.desk.fileReport, 'fileReport', { directory: asked });
  const { directory, now } = (await openReportOffice(staff.directory)) ?? notFound();
  const days = Array.from({ length: DATE_LIMITS.days }, (_, back) => addDays(dayOf(now), -back));
  return (
    <>
      <p className="position">
        <Link href={inDirectory(paths.desk.reports, asked)}>{words.back}</Link>
      </p>
      <div className="head">
        <h1>{words.file}</h1>
        <p>{words.fileForm.lead}</p>
      </div>
      <FileForm
        directory={directory.id}
        another={inDirectory(paths.desk.fileReport, asked)}
        formKey={newKey()}
        stations={stationOptions(directory)}
        days={days.map((day) => ({ value: day, text: weekDay(day) }))}
      />
    </>
  );
}
