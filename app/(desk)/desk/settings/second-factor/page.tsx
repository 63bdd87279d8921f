import type { Metadata } from 'next';
import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { isFactorAskedOf } from '#lib/server/factor-rule.ts';
import { drawQr } from '#lib/server/qr.ts';
import { findPending } from '#lib/server/second-factor.ts';
import { requirePage } from '#lib/server/session.ts';
import { toBase32, totpAddress } from '#lib/server/totp.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { factorWords } from '#lib/wording/second-factor.ts';
import { one } from '../../flags/query.ts';
import { Codes } from './Codes.tsx';
import { BeginForm, ConfirmForm, EndForm, RenewForm } from './forms.tsx';

const words = factorWords;
const { heading, lead, print } = words.codes;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** One's own second factor: set up, its codes, turned off. */
export default async function SecondFactorPage({ searchParams }: PageProps<'/desk/settings/second-factor'>) {
  const asked = one((await searchParams).directory);
  const staff = await requirePage(inDirectory(paths.desk.secondFactor, asked), 'secondFactor');
  const desk = await getDesk();
  const key = await findPending(desk, staff, new Date());
  return (
    <>
      {!staff.mustSetUp && (
        <p className="position">
          <Link href={inDirectory(paths.desk.settings, asked)}>{deskWords.settings.heading}</Link>
        </p>
      )}
      <div className="head">
        <h1>{words.heading}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      {staff.mustSetUp && <p className="must-set-up">{words.mustSetUpLead}</p>}
      <Codes words={{ heading, lead, print, of: words.codes.of(staff.username) }} />
      <div className="panels">
        <section className="panel">
          <h2>{staff.username}</h2>
          <p>{staff.hasFactor ? words.own.on : words.own.off}</p>
        </section>
        {staff.hasFactor ? (
          <>
            <RenewForm />
            <EndForm isRequired={await isFactorAskedOf(desk.store, staff)} />
          </>
        ) : (
          <>
            {key !== null && <ConfirmForm {...shownOf(staff.username, key)} />}
            <BeginForm isAgain={key !== null} />
          </>
        )}
      </div>
    </>
  );
}

const shownOf = (username: string, key: string) => ({
  qr: drawQr(totpAddress(words.issuer, username, key)),
  groups: toBase32(key).match(/.{1,4}/g) ?? [],
});
