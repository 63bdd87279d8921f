import type { Role } from '#lib/server/staff.ts';
import { deskWords } from '#lib/wording/desk.ts';

const words = deskWords.people;
const ROLES = Object.keys(deskWords.role) as Role[];

/** What somebody may do, and for which stations. `id` keeps the labels of several people apart. */
export function RoleFields({ id, chosen, stations }: { id: string; chosen: Role; stations: string }) {
  return (
    <>
      <label htmlFor={`${id}-role`}>{words.role}</label>
      <select id={`${id}-role`} name="role" defaultValue={chosen} key={chosen}>
        {ROLES.map((one) => (
          <option key={one} value={one}>
            {deskWords.role[one]}
          </option>
        ))}
      </select>
      <div className="agent-only">
        <label htmlFor={`${id}-stations`}>{words.stations}</label>
        <input id={`${id}-stations`} name="stations" defaultValue={stations} key={stations} autoComplete="off" />
      </div>
    </>
  );
}
