import type { Metadata } from 'next';
import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import type { Service } from '#lib/reports/service.ts';
import type { TypedTimes } from '#lib/reports/time-fields.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { citiesFor } from '#lib/server/desk/roles.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findDirectory } from '#lib/server/directories.ts';
import { erasuresHeld } from '#lib/server/reports/erasures.ts';
import { requirePage } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { hoursText } from '#lib/wording/office.ts';
import { factorWords } from '#lib/wording/second-factor.ts';
import { one } from '../flags/query.ts';
import { ErasureForm, PasswordForm, ServiceForm, TimesForm } from './forms.tsx';
import { Sessions } from './Sessions.tsx';
import { SettingsTabs } from './SettingsTabs.tsx';

const words = deskWords.settings;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** One's own password and sessions; for an admin, what the directory says of its service. */
export default async function SettingsPage({ searchParams }: PageProps<'/desk/settings'>) {
  const asked = one((await searchParams).directory);
  const here = inDirectory(paths.desk.settings, asked);
  const staff = await requirePage(here, 'settings');
  const administered = citiesFor(staff, ['admin']);
  const id = administered.find((city) => city === (asked ?? administered[0]));
  const directory = id === undefined ? null : await findDirectory(id);
  const waiting = directory && (await erasuresHeld((await getDesk()).store, directory.id));
  return (
    <>
      <div className="head">
        <h1>{words.heading}</h1>
        {directory && <SettingsTabs current={paths.desk.settings} asked={asked} />}
        {directory && administered.length > 1 && <p>{directory.facts.city}</p>}
      </div>
      <div className="panels">
        {directory && waiting !== null && <ErasureForm directory={directory.id} waiting={waiting} />}
        {directory && (
          <ServiceForm
            directory={directory.id}
            operator={directory.service.operator ?? ''}
            onlineReports={directory.service.onlineReports}
          />
        )}
        {directory && (
          <TimesForm
            directory={directory.id}
            times={timesOf(directory.service)}
            hours={directory.service.hours && hoursText(directory.service.hours)}
            office={inDirectory(paths.desk.office, asked)}
          />
        )}
        <section className="panel">
          <h2>{factorWords.heading}</h2>
          <p>{staff.hasFactor ? factorWords.own.on : factorWords.own.off}</p>
          <p className="position">
            <Link href={inDirectory(paths.desk.secondFactor, asked)}>{factorWords.manage}</Link>
          </p>
        </section>
        <PasswordForm username={staff.username} />
        <Sessions staff={staff.id} current={staff.session} here={here} />
      </div>
    </>
  );
}

const timesOf = ({ limits, deliveryCutOff }: Service): TypedTimes => ({
  accept: String(limits?.accept ?? ''),
  start: String(limits?.start ?? ''),
  resolve: String(limits?.resolve ?? ''),
  deliveryCutOff: deliveryCutOff ?? '',
});
