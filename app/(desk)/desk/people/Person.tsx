'use client';

import type { Role } from '#lib/server/staff.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { DeskForm } from '../../parts/DeskForm.tsx';
import { Submit } from '../../parts/fields.tsx';
import { Said, SignInAgain } from '../../parts/Outcome.tsx';
import { useOutcome } from '../../parts/Outcomes.tsx';
import { RoleFields } from './RoleFields.tsx';

const words = deskWords.people;
const CHANGES = [
  { value: 'role', text: words.change, label: words.changeLabel },
  { value: 'reset', text: words.reset, label: words.resetLabel },
  { value: 'disable', text: words.disable, label: words.disableLabel },
] as const;

interface PersonProps {
  username: string;
  role: Role;
  disabled: boolean;
  /** The directory of stations that name none. */
  directory: string;
  stations: string;
}

export function Person({ username, role, disabled, directory, stations }: PersonProps) {
  const { outcome } = useOutcome('change-person', username);
  return (
    <tr>
      <th scope="row">{username}</th>
      <td>
        {deskWords.role[role]}
        {stations && <small> {stations}</small>}
      </td>
      <td>{disabled ? words.disabled : words.active}</td>
      <td>
        <Said outcome={outcome} />
        <details>
          <summary aria-label={`${words.columns.actions}：${username}`}>{words.columns.actions}</summary>
          <DeskForm action="change-person" of={username} directory={directory} className="stack">
            <SignInAgain />
            <RoleFields id={`person-${username}`} chosen={role} stations={stations} />
            <p className="buttons">
              {CHANGES.filter(({ value }) => !(disabled && value === 'disable')).map(({ value, text, label }) => (
                <Submit key={value} name="change" value={value} aria-label={label(username)}>
                  {text}
                </Submit>
              ))}
            </p>
          </DeskForm>
        </details>
      </td>
    </tr>
  );
}
