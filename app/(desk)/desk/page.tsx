import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { mayAct } from '#lib/server/desk/roles.ts';
import { findStaffSession } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { inDirectory } from '../parts/in-directory.ts';
import { SECTIONS } from '../parts/sections.ts';
import { SignInForm } from './SignInForm.tsx';

const words = deskWords.signIn;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** Sign-in; whoever is signed in goes on to the first part that is theirs. */
export default async function DeskPage({ searchParams }: PageProps<'/desk'>) {
  const staff = await findStaffSession();
  const first = staff && SECTIONS.find(({ roles }) => mayAct(staff.role, roles));
  // An agent of another city begins there.
  if (first) redirect(inDirectory(first.path, staff.stations[0]?.directory));
  const { back } = await searchParams;
  return (
    <div className="narrow">
      <h1>{words.heading}</h1>
      <p className="lead">{words.lead}</p>
      <SignInForm next={typeof back === 'string' ? back : ''} />
      <p className="foot">
        {words.forgot}
        <br />
        {words.stray[0]}
        <Link href={paths.home} prefetch={false}>
          {words.stray[1]}
        </Link>
        {words.stray[2]}
      </p>
    </div>
  );
}
