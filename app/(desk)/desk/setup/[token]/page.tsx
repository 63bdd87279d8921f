import type { Metadata } from 'next';
import { getDesk } from '#lib/server/desk.ts';
import { readLink } from '#lib/server/set-up.ts';
import { hasStaff } from '#lib/server/staff.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { SetupForm } from './SetupForm.tsx';

const words = deskWords.setup;
export const metadata: Metadata = { title: deskWords.title(words.password) };

/** The page of a one-time link. Opening it uses nothing up: programs that look at links in messages do no harm. */
export default async function SetupPage({ params }: PageProps<'/desk/setup/[token]'>) {
  const { token } = await params;
  const desk = await getDesk();
  const link = await readLink(desk, token, new Date());
  const goneHint = link || (await hasStaff(desk)) ? words.goneHint : words.goneFirst;
  return (
    <div className="narrow">
      <h1>{link ? words.heading(link.name) : words.gone}</h1>
      <p className="lead">{link ? words.lead : goneHint}</p>
      {link && <SetupForm token={token} name={link.name} />}
    </div>
  );
}
