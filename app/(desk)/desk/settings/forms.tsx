import type { Route } from 'next';
import Link from 'next/link';
import { TIME_FIELDS, type TypedTimes } from '#lib/reports/time-fields.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { timesWords } from '#lib/wording/desk-reports.ts';
import { officeWords } from '#lib/wording/office-forms.ts';
import { DeskForm } from '../../parts/DeskForm.tsx';
import { Choice, Field, Submit } from '../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../parts/Outcome.tsx';

const words = deskWords.settings;

export function PasswordForm({ username }: { username: string }) {
  const next = { type: 'password', autoComplete: 'new-password', required: true };
  return (
    <DeskForm action="change-password" className="stack panel">
      <h2>{words.password}</h2>
      <Notice />
      <SignInAgain />
      <input type="hidden" name="username" autoComplete="username" value={username} />
      <Field name="password-current" label={words.current} type="password" autoComplete="current-password" required />
      <Field name="password" label={words.next} hint={deskWords.setup.passwordHint} {...next} />
      <Field name="password-again" label={words.again} {...next} />
      <Submit className="main">{words.change}</Submit>
    </DeskForm>
  );
}

interface ServiceFormProps {
  directory: string;
  operator: string;
  onlineReports: boolean;
}

export function ServiceForm({ directory, operator, onlineReports }: ServiceFormProps) {
  return (
    <DeskForm action="set-service" directory={directory} className="stack panel">
      <h2>{words.service}</h2>
      <Notice />
      <SignInAgain />
      <Field name="operator" label={words.operator} hint={words.operatorHint} value={operator} />
      <Choice type="checkbox" name="onlineReports" chosen={onlineReports} text={words.onlineReports} />
      <Submit className="main">{words.save}</Submit>
    </DeskForm>
  );
}

/** More is to be erased by its age than a day erases by itself: somebody should look at why. */
export function ErasureForm({ directory, waiting }: { directory: string; waiting: number }) {
  return (
    <DeskForm action="allow-erasure" directory={directory} className="stack panel">
      <h2>{words.erasure.heading}</h2>
      <Notice />
      <SignInAgain />
      <p>{words.erasure.waiting(waiting)}</p>
      <p className="hint">{words.erasure.hint}</p>
      <Submit className="main">{words.erasure.allow(waiting)}</Submit>
    </DeskForm>
  );
}

interface TimesFormProps {
  directory: string;
  times: TypedTimes;
  /** When the office is open, in words; null where nobody has said so. */
  hours: string | null;
  /** Where that is said. */
  office: Route;
}

/** What readers are promised. Everything may be left blank. */
export function TimesForm({ directory, times, hours, office }: TimesFormProps) {
  return (
    <DeskForm action="set-times" directory={directory} className="stack panel">
      <h2>{timesWords.heading}</h2>
      <p className="hint">{timesWords.hint}</p>
      <p>
        {hours === null ? officeWords.noHours : officeWords.hoursNow(hours)}{' '}
        <Link href={office}>{officeWords.hoursLink(hours !== null)}</Link>
      </p>
      <Notice />
      <SignInAgain />
      {TIME_FIELDS.map((name) => (
        <div key={name}>
          <Field name={name} label={timesWords.fields[name]} value={times[name]} />
        </div>
      ))}
      <Submit className="main">{timesWords.save}</Submit>
    </DeskForm>
  );
}
