import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { helpRolesOf } from '#lib/server/desk/help-roles.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { requirePage } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { HELP_PAGES, helpWords as words } from '#lib/wording/help.ts';
import { PrintButton } from '../../../parts/PrintButton.tsx';
import { one } from '../../flags/query.ts';
import { Part, Steps } from '../Part.tsx';

export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** What a role does in a day, step by step, on one or two sheets. */
export default async function RoleHelpPage({ params, searchParams }: PageProps<'/desk/help/[role]'>) {
  const { role: named } = await params;
  const asked = one((await searchParams).directory);
  const person = await requirePage(inDirectory(paths.desk.helpOf(named), asked), 'help');
  const role = helpRolesOf(person).find((one) => one === named) ?? notFound();
  const { name, lead, parts } = HELP_PAGES[role];
  return (
    <div className="help">
      <p className="sheet-tools">
        <Link href={inDirectory(paths.desk.help, asked)}>{words.heading}</Link>
        <PrintButton text={words.print} />
        <span className="hint">{words.enlarge}</span>
      </p>
      <h1>{words.of(name)}</h1>
      <p className="lead">{lead}</p>
      {parts.map((part) => (
        <Part key={part.heading} part={part} />
      ))}
      <section className="help-part">
        <h2>{words.trouble.heading}</h2>
        <Steps steps={words.trouble.steps} isList />
      </section>
    </div>
  );
}
