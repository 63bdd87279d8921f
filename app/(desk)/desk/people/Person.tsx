'use client';

import type { Role } from '#lib/server/staff.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { NEW_FORM, notDone } from '../../parts/form-state.ts';
import { Outcome } from '../../parts/Outcome.tsx';
import { useFormAction } from '../../parts/use-form-action.ts';
import { changePersonAction } from './actions.ts';
import { RoleFields } from './RoleFields.tsx';

const words = deskWords.people;

interface PersonProps {
  username: string;
  role: Role;
  disabled: boolean;
  /** The directory of stations that name none. */
  directory: string;
  stations: string;
}

export function Person({ username, role, disabled, directory, stations }: PersonProps) {
  const { state, form, isSending } = useFormAction(changePersonAction, NEW_FORM, notDone);
  const id = `person-${username}`;
  return (
    <tr>
      <th scope="row">{username}</th>
      <td>
        {deskWords.role[role]}
        {stations && <small> {stations}</small>}
      </td>
      <td>{disabled ? words.disabled : words.active}</td>
      <td>
        {!state.signedOut && <Outcome state={state} />}
        <details>
          <summary aria-label={`${words.columns.actions}：${username}`}>{words.columns.actions}</summary>
          <form {...form} className="stack">
            <input type="hidden" name="username" value={username} />
            <input type="hidden" name="directory" value={directory} />
            {state.signedOut && <Outcome state={state} />}
            <RoleFields id={id} chosen={role} stations={stations} />
            <p className="buttons">
              <button
                type="submit"
                name="change"
                value="role"
                aria-label={words.changeLabel(username)}
                disabled={isSending}
              >
                {words.change}
              </button>
              <button
                type="submit"
                name="change"
                value="reset"
                aria-label={words.resetLabel(username)}
                disabled={isSending}
              >
                {words.reset}
              </button>
              {!disabled && (
                <button
                  type="submit"
                  name="change"
                  value="disable"
                  aria-label={words.disableLabel(username)}
                  disabled={isSending}
                >
                  {words.disable}
                </button>
              )}
            </p>
          </form>
        </details>
      </td>
    </tr>
  );
}
