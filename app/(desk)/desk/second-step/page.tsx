import type { Metadata, Route } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { safeBack } from '#lib/server/desk/safe-back.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findHalfSession } from '#lib/server/second-step.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { factorWords } from '#lib/wording/second-factor.ts';
import { CODE_FIELD } from '../../parts/code-field.ts';
import { DeskForm } from '../../parts/DeskForm.tsx';
import { Field, Submit } from '../../parts/fields.tsx';
import { Notice } from '../../parts/Outcome.tsx';
import { one } from '../flags/query.ts';

const words = factorWords.step;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** The second step of a sign-in: only for a browser in which the password was right, and for ten minutes. */
export default async function SecondStepPage({ searchParams }: PageProps<'/desk/second-step'>) {
  const next = safeBack(one((await searchParams).back) ?? null);
  const half = await findHalfSession(await getDesk(), await headers());
  if (!half) redirect(paths.desk.signIn(next) as Route);
  return (
    <div className="narrow">
      <h1>{words.heading}</h1>
      <p className="lead">{words.lead}</p>
      <DeskForm action="second-step" className="stack">
        <Notice />
        <input type="hidden" name="next" value={next} />
        <Field name="password-code" label={words.label} {...CODE_FIELD} required />
        <Submit className="main">{words.button}</Submit>
      </DeskForm>
      <p className="foot">
        {words.recovery[0]}
        <code>{words.recovery[1]}</code>
        {words.recovery[2]}
        <br />
        {words.lost}
        <br />
        <Link href={paths.desk.signIn(next) as Route} prefetch={false}>
          {words.back}
        </Link>
      </p>
    </div>
  );
}
