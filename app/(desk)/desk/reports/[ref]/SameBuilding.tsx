import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { fold, type Report } from '#lib/reports/fold.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { findRepeats } from '#lib/server/reports/file.ts';
import type { ReportOffice, StoredReport } from '#lib/server/reports/office.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { KIND_FOR_STAFF, STATE_FOR_STAFF } from '#lib/wording/reports.ts';

const words = deskReportWords;

interface SameBuildingProps {
  /** The directory the address asks for. */
  asked: string | undefined;
  office: ReportOffice;
  stored: StoredReport;
  report: Report;
}

/** What else was reported about the same building of the same station within 30 days. */
export async function SameBuilding({ asked, office, stored, report }: SameBuildingProps) {
  const building = stored.private?.building ?? null;
  if (building === null) return null;
  const found = await findRepeats(office, { station: report.station, building });
  const others = found.filter(({ ref }) => ref !== stored.ref);
  return (
    <section>
      <h2>{words.sameBuilding}</h2>
      {others.length === 0 ? (
        <p>{words.noneSame}</p>
      ) : (
        <>
          <p>{words.sameCount(others.length)}</p>
          <ul>
            {others.map((other) => {
              const { kind, state } = fold(other.events);
              return (
                <li key={other.ref}>
                  <Link href={inDirectory(paths.desk.report(other.ref), asked)}>{other.ref}</Link>
                  {` ${KIND_FOR_STAFF[kind]}，${STATE_FOR_STAFF[state]}`}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
