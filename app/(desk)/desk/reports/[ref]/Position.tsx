import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import type { ReportOffice } from '#lib/server/reports/office.ts';
import { listQueue } from '#lib/server/reports/staff-queue.ts';
import type { Staff } from '#lib/server/session.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';

const words = deskReportWords;

interface PositionProps {
  office: ReportOffice;
  staff: Staff;
  /** The number of the report that is shown. */
  shown: string;
  asked: string | undefined;
}

/** The place among what is open, with the keys that go on. */
export async function Position({ office, staff, shown, asked }: PositionProps) {
  const refs = (await listQueue(office, staff, null)).entries.map(({ stored }) => stored.ref);
  const index = refs.indexOf(shown);
  const link = (ref: string | undefined, key: string, text: string) =>
    ref && (
      <span>
        <kbd>{key}</kbd>{' '}
        <Link href={inDirectory(paths.desk.report(ref), asked)} data-key={key}>
          {text}
        </Link>
      </span>
    );
  return (
    <p className="position">
      <Link href={inDirectory(paths.desk.reports, asked)}>{words.back}</Link>
      {index >= 0 && (
        <>
          <span>{words.position(index + 1, refs.length)}</span>
          {link(refs[index - 1], 'k', words.previous)}
          {link(refs[index + 1], 'j', words.following)}
        </>
      )}
    </p>
  );
}
