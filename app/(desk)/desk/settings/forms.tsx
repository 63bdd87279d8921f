'use client';

import { deskWords } from '#lib/wording/desk.ts';
import { NEW_FORM, notDone } from '../../parts/form-state.ts';
import { Outcome } from '../../parts/Outcome.tsx';
import { useFormAction } from '../../parts/use-form-action.ts';
import { changePasswordAction, saveServiceAction } from './actions.ts';

const words = deskWords.settings;
export function PasswordForm({ username }: { username: string }) {
  const { state, form, isSending } = useFormAction(changePasswordAction, NEW_FORM, notDone);
  return (
    <form {...form} className="stack panel">
      <h2>{words.password}</h2>
      <Outcome state={state} />
      <input type="hidden" name="username" autoComplete="username" value={username} />
      <label htmlFor="current">{words.current}</label>
      <input id="current" name="current" type="password" autoComplete="current-password" required />
      <label htmlFor="next">{words.next}</label>
      <p className="hint" id="next-hint">
        {deskWords.setup.passwordHint}
      </p>
      <input id="next" name="next" type="password" autoComplete="new-password" aria-describedby="next-hint" required />
      <label htmlFor="again">{words.again}</label>
      <input id="again" name="again" type="password" autoComplete="new-password" required />
      <button className="main" type="submit" disabled={isSending}>
        {words.change}
      </button>
    </form>
  );
}

interface ServiceFormProps {
  directory: string;
  operator: string;
  onlineReports: boolean;
}

export function ServiceForm({ directory, operator, onlineReports }: ServiceFormProps) {
  const { state, form, isSending } = useFormAction(saveServiceAction, NEW_FORM, notDone);
  return (
    <form {...form} className="stack panel">
      <h2>{words.service}</h2>
      <Outcome state={state} />
      <input type="hidden" name="directory" value={directory} />
      <label htmlFor="operator">{words.operator}</label>
      <p className="hint" id="operator-hint">
        {words.operatorHint}
      </p>
      <input id="operator" name="operator" defaultValue={operator} key={operator} aria-describedby="operator-hint" />
      <label className="check">
        <input type="checkbox" name="onlineReports" defaultChecked={onlineReports} key={String(onlineReports)} />
        {words.onlineReports}
      </label>
      <button className="main" type="submit" disabled={isSending}>
        {words.save}
      </button>
    </form>
  );
}
