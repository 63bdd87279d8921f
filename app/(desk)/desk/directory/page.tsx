import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { mayAct, ROLES_OF_PAGE } from '#lib/server/desk/roles.ts';
import { getDesk } from '#lib/server/desk.ts';
import { listDrafts } from '#lib/server/editions/drafts.ts';
import { findEditions } from '#lib/server/editions/editions.ts';
import { findSignedIn, requireCityPage } from '#lib/server/session.ts';
import { newCityWords } from '#lib/wording/cities.ts';
import { cityFactsWords } from '#lib/wording/city-facts.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { directoryWords as words } from '#lib/wording/editions.ts';
import { SaidOf } from '../../parts/Outcome.tsx';
import { one } from '../flags/query.ts';
import { Editions } from './Editions.tsx';
import { Stations } from './Stations.tsx';

export const metadata: Metadata = { title: deskWords.title(deskWords.sections.directory) };

/** 名录: the editions of the directory, drafts among them, and every station of the one in force. */
export default async function DirectoryPage({ searchParams }: PageProps<'/desk/directory'>) {
  const query = await searchParams;
  const asked = one(query.directory);
  const staff = await requireCityPage(paths.desk.directory, 'directory', { directory: asked });
  const { store } = await getDesk();
  const editions = (await findEditions(store, staff.directory)) ?? notFound();
  const drafts = await listDrafts(store, staff.directory);
  const { stations, phones } = editions.published.directory;
  const checked = phones.filter((phone) => phone.checked !== null).length;
  const isBeforeFirst = editions.heads.length === 0;
  return (
    <>
      <div className="head">
        <h1>{deskWords.sections.directory}</h1>
        <p>{isBeforeFirst ? words.beforeFirst : words.summary(stations.length, phones.length, checked)}</p>
        <p className="exports">
          <Link className="button strong" href={inDirectory(paths.desk.import, asked)}>
            {isBeforeFirst ? words.importFirst : words.import}
          </Link>
          {isBeforeFirst && (await findSignedIn())?.isOwner && (
            <Link className="button" href={inDirectory(paths.desk.madeCity(staff.directory), asked)}>
              {newCityWords.change.link}
            </Link>
          )}
          {!isBeforeFirst && (
            <Link className="button" href={inDirectory(paths.desk.addStation, asked)}>
              {words.addStation}
            </Link>
          )}
          {!isBeforeFirst && mayAct(staff.role, ROLES_OF_PAGE.cityFacts) && (
            <Link className="button" href={inDirectory(paths.desk.cityFacts, asked)}>
              {cityFactsWords.heading}
            </Link>
          )}
        </p>
      </div>
      <SaidOf actions={['import-publish', 'put-back']} />
      {(!isBeforeFirst || drafts.length > 0) && (
        <Editions {...{ editions, drafts, asked }} directory={staff.directory} />
      )}
      {!isBeforeFirst && <Stations directory={editions.published.directory} query={query} />}
    </>
  );
}
