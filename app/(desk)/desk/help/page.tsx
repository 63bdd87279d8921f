import type { Metadata } from 'next';
import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { helpRolesOf } from '#lib/server/desk/help-roles.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { requirePage } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { HELP_PAGES, helpWords as words } from '#lib/wording/help.ts';
import { one } from '../flags/query.ts';
import { Steps } from './Part.tsx';

export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** 帮助: the pages of the roles that somebody has, and what anybody may meet. */
export default async function HelpPage({ searchParams }: PageProps<'/desk/help'>) {
  const asked = one((await searchParams).directory);
  const person = await requirePage(inDirectory(paths.desk.help, asked), 'help');
  const roles = helpRolesOf(person);
  return (
    <div className="help">
      <div className="head">
        <h1>{words.heading}</h1>
        <p className="lead">{roles.length > 0 ? words.lead : words.nonePosts}</p>
      </div>
      {roles.length > 0 && (
        <ul className="help-roles">
          {roles.map((role) => (
            <li key={role}>
              <Link href={inDirectory(paths.desk.helpOf(role), asked)}>{words.of(HELP_PAGES[role].name)}</Link>
              <p>{HELP_PAGES[role].lead}</p>
            </li>
          ))}
        </ul>
      )}
      <section className="help-part">
        <h2>{words.trouble.heading}</h2>
        <Steps steps={words.trouble.steps} isList />
      </section>
    </div>
  );
}
