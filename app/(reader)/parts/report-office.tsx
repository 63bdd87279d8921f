import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import type { ReportDraft } from '#lib/reports/typed-form.ts';
import { explain } from '#lib/server/explain.ts';
import { DRAFT_COOKIE, readDraft } from '#lib/server/reports/drafts.ts';
import { openReportOffice, type ReportOffice } from '#lib/server/reports/office.ts';
import { isStoreFault } from '#lib/server/store.ts';
import { words } from '#lib/wording/reader.ts';
import { BackLink } from './BackLink.tsx';
import { directoryOrNotFound } from './find-directory.ts';
import { Phrases } from './Phrases.tsx';
import { ReportPage } from './ReportPage.tsx';

/** The report office of the address and what this browser has kept there. */
export interface OpenOffice {
  office: ReportOffice;
  draft: ReportDraft;
}

/** A page about somebody's report; while the store cannot be reached, whom to call instead. */
export async function withOffice(
  id: string,
  path: string,
  make: (open: OpenOffice) => Promise<ReactNode>,
): Promise<ReactNode> {
  const directory = await directoryOrNotFound(id);
  try {
    const office = (await openReportOffice(id)) ?? notFound();
    return await make({ office, draft: await readDraft((await cookies()).get(DRAFT_COOKIE)?.value, id) });
  } catch (error) {
    if (!isStoreFault(error)) throw error;
    console.error(`${path} needs the store: ${explain(error)}`);
    return <Away directory={directory} path={path} />;
  }
}

function Away({ directory, path }: { directory: PublishedDirectory; path: string }) {
  return (
    <ReportPage directory={directory} title={words.away.heading} path={path}>
      <BackLink directory={directory} />
      <div className="title">
        <h1>{words.away.heading}</h1>
        <p className="note">
          <Phrases parts={words.away.lead} />
        </p>
      </div>
      <a className="btn" href={path}>
        {words.away.again}
      </a>
    </ReportPage>
  );
}
