import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { mayAnywhere, ROLES_OF_PAGE } from '#lib/server/desk/roles.ts';
import { findSignedIn } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { SaidOf } from '../parts/Outcome.tsx';
import { SECTIONS } from '../parts/sections.ts';
import { SignInForm } from './SignInForm.tsx';

const words = deskWords.signIn;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** Sign-in; whoever is signed in goes on to the first part that is theirs. */
export default async function DeskPage({ searchParams }: PageProps<'/desk'>) {
  const person = await findSignedIn();
  const first = person && SECTIONS.find(({ page }) => mayAnywhere(person, ROLES_OF_PAGE[page]));
  if (first) redirect(first.path as Route);
  const { back } = await searchParams;
  return (
    <div className="narrow">
      <h1>{words.heading}</h1>
      <p className="lead">{words.lead}</p>
      <SaidOf actions={['second-step']} />
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
