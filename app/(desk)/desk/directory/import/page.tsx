import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findAtDesk } from '#lib/server/directories.ts';
import { listDrafts } from '#lib/server/editions/drafts.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';
import { directoryWords, importWords as words } from '#lib/wording/editions.ts';
import { SaidOf } from '../../../parts/Outcome.tsx';
import { one } from '../../flags/query.ts';
import { BeginForm } from './BeginForm.tsx';
import { Steps } from './Steps.tsx';

export const metadata: Metadata = { title: deskWords.title(directoryWords.import) };

/** 放进来: a new edition begins with a file or a pasted table, and what the notice says of itself. */
export default async function BeginPage({ searchParams }: PageProps<'/desk/directory/import'>) {
  const asked = one((await searchParams).directory);
  const staff = await requireCityPage(paths.desk.import, 'directory', { directory: asked });
  const { store } = await getDesk();
  const { directory, heads } = (await findAtDesk(store, staff.directory)) ?? notFound();
  const isFirst = heads.length === 0;
  const drafts = await listDrafts(store, staff.directory);
  return (
    <>
      <div className="head">
        <h1>{isFirst ? words.headingFirst(directory.facts.city) : directoryWords.import}</h1>
        <p>{words.lead}</p>
      </div>
      <SaidOf actions={['add-city']} />
      <Steps current="file" />
      {drafts.map((draft) => (
        <p key={draft.id} className="saved">
          {words.others(draft.body.title, draft.by, shortTime(draft.changedAt))}
          <Link href={inDirectory(paths.desk.importStep(draft.id, 'columns'), asked)}>{directoryWords.goOn}</Link>
        </p>
      ))}
      <BeginForm
        directory={staff.directory}
        areaCode={directory.facts.areaCode}
        isFirst={isFirst}
        cancel={inDirectory(paths.desk.directory, asked)}
      />
    </>
  );
}
