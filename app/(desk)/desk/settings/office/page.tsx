import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { type Calendar, isYearKnown, officeCalendar } from '#lib/reports/calendar.ts';
import { dayOf } from '#lib/reports/days.ts';
import { PERIODS_A_DAY, WEEK, weekOf } from '#lib/reports/hours.ts';
import type { SpecialDay } from '#lib/reports/special-days.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { type OfficeSettings, officeDoubts, readOfficeSettings } from '#lib/server/office-times.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';
import { dayHoursText, daysText, sumText } from '#lib/wording/office.ts';
import { officeWords as words } from '#lib/wording/office-forms.ts';
import { ColumnHeads } from '../../../parts/ColumnHeads.tsx';
import { SaidOf } from '../../../parts/Outcome.tsx';
import { Scroll } from '../../../parts/Scroll.tsx';
import { one } from '../../flags/query.ts';
import { SettingsTabs } from '../SettingsTabs.tsx';
import { DayForm, PasteForm, RemoveForm, type ShownDay, WeekForm, YearForm } from './forms.tsx';

export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** 时间和节假日: when the office of a city is open, and the days that are not as its week says. */
export default async function OfficePage({ searchParams }: PageProps<'/desk/settings/office'>) {
  const query = await searchParams;
  const asked = one(query.directory);
  const staff = await requireCityPage(paths.desk.office, 'office', { directory: asked });
  const settings = (await readOfficeSettings((await getDesk()).store, staff.directory)) ?? notFound();
  const now = new Date().toISOString();
  const { city, service } = settings;
  const { hours, deliveryDays } = service;
  const changed = shownDay(settings, one(query.day));
  const part = { directory: staff.directory, asked, settings, now };
  return (
    <>
      <div className="head">
        <h1>{deskWords.settings.heading}</h1>
        <SettingsTabs current={paths.desk.office} asked={asked} />
      </div>
      <div className="office">
        <section>
          <h2>
            {words.week.heading} <small>{city}</small>
          </h2>
          {officeDoubts(service, now).hasNoTime && <p className="remark">{words.noTime}</p>}
          <WeekForm
            directory={staff.directory}
            seen={settings.hours?.seq ?? 0}
            week={hours ? weekOf(hours) : WEEK.map(() => [])}
            most={PERIODS_A_DAY}
            deliveryDays={deliveryDays ?? []}
            sum={sumText(hours)}
            changed={changedText(settings.hours)}
          />
        </section>
        <section>
          <h2>
            {words.days.heading} <small>{city}</small>
          </h2>
          <SaidOf actions={['save-days', 'remove-days']} not={changed?.of ?? 'new'} />
          <Years {...part} />
          <Days {...part} />
          <DayForm
            key={changed?.of ?? 'new'}
            directory={staff.directory}
            seen={settings.days?.seq ?? 0}
            most={PERIODS_A_DAY}
            here={inDirectory(paths.desk.office, asked)}
            changed={changed}
          />
          <PasteForm directory={staff.directory} />
        </section>
      </div>
    </>
  );
}

interface PartProps {
  directory: string;
  asked: string | undefined;
  settings: OfficeSettings;
  now: string;
}

const changedText = (change: OfficeSettings['hours']) => change && words.changed(change.by, shortTime(change.at));

/** A special day as its form shows it; null where none begins on that day. */
function shownDay({ service }: OfficeSettings, from: string | undefined): ShownDay | null {
  const day = service.specialDays?.find((special) => special.from === from);
  if (!day) return null;
  return {
    ...{ of: day.from, said: daysText(day), from: day.from, to: day.to === day.from ? '' : day.to },
    ...{ hours: typeof day.hours === 'string' ? day.hours : 'own', note: day.note ?? '' },
    ...{ periods: typeof day.hours === 'string' ? [] : day.hours, noDelivery: !day.delivery },
  };
}

/** The years whose holidays nobody knows, and those that an admin said to be entered. */
function Years({ directory, settings: { service, years }, now }: PartProps) {
  const { years: unknown } = officeDoubts(service, now);
  const said = (service.wholeYears ?? []).map(String);
  const whole = said.filter((year) => year >= dayOf(now).slice(0, 4) && !isYearKnown(year, []));
  const form = (year: string, isWhole: boolean) => (
    <YearForm key={year} directory={directory} seen={years?.seq ?? 0} year={year} isWhole={isWhole} />
  );
  if (unknown.length + whole.length === 0) return null;
  return (
    <div className="remark">
      {unknown.length > 0 && <p>{words.days.unknown(unknown)}</p>}
      {unknown.map((year) => form(year, false))}
      {whole.map((year) => form(year, true))}
      <p className="hint">{words.year.hint}</p>
    </div>
  );
}

/** The list: what is to come, and folded what is past. */
function Days(part: PartProps) {
  const { settings, now } = part;
  const all = settings.service.specialDays ?? [];
  const today = dayOf(now);
  const past = all.filter(({ to }) => to < today);
  const changed = changedText(settings.days);
  return (
    <>
      <DaysTable {...part} days={all.filter(({ to }) => to >= today)} />
      {past.length > 0 && (
        <details className="past">
          <summary>{words.days.past(past.length)}</summary>
          <DaysTable {...part} days={past} />
        </details>
      )}
      {changed && <p className="hint">{changed}</p>}
    </>
  );
}

function DaysTable({ directory, asked, settings, days }: PartProps & { days: readonly SpecialDay[] }) {
  if (days.length === 0) return <p className="lead">{words.days.none}</p>;
  const calendar = officeCalendar(settings.service);
  return (
    <Scroll label={words.days.heading}>
      <table>
        <ColumnHeads texts={words.days.columns}>
          <th scope="col">
            <span className="hidden">{words.days.change}</span>
          </th>
        </ColumnHeads>
        <tbody>
          {days.map((day) => (
            <tr key={day.from}>
              <th scope="row">{daysText(day)}</th>
              <td>{dayHoursText(day, comesTo(day, calendar))}</td>
              <td>{day.note}</td>
              <td>
                <div className="acts">
                  <Link
                    href={`${inDirectory(paths.desk.specialDay(day.from), asked)}#day` as Route}
                    aria-label={words.days.changeLabel(daysText(day))}
                  >
                    {words.days.change}
                  </Link>
                  <RemoveForm
                    directory={directory}
                    seen={settings.days?.seq ?? 0}
                    of={day.from}
                    label={words.days.removeLabel(daysText(day))}
                  />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** When the office is open on a special day; null where the days of it may differ. */
const comesTo = ({ from, to }: SpecialDay, calendar: Calendar) => (from === to ? calendar.dayOf(from).periods : null);
