import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findDeskDirectory } from '#lib/server/review.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { editWords } from '#lib/wording/edit.ts';
import { one } from '../../flags/query.ts';
import { AddForm } from './AddForm.tsx';

const words = editWords.add;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** 添加发行站: a station that no paper prints. */
export default async function AddStationPage({ searchParams }: PageProps<'/desk/directory/add'>) {
  const asked = one((await searchParams).directory);
  const staff = await requireCityPage(paths.desk.addStation, 'directory', { directory: asked });
  const { directory } = (await findDeskDirectory(await getDesk(), staff.directory)) ?? notFound();
  return (
    <>
      <p className="position">
        <Link href={inDirectory(paths.desk.directory, asked)}>{deskWords.sections.directory}</Link>
      </p>
      <div className="head">
        <h1>{words.heading}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <AddForm
        directory={directory.id}
        districts={directory.districts.map(({ id, label }) => ({ value: id, text: label }))}
      />
    </>
  );
}
