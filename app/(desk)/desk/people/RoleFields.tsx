import type { Role } from '#lib/server/staff.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { Field } from '../../parts/fields.tsx';

const words = deskWords.people;
const ROLES = Object.entries(deskWords.role).map(([value, text]) => ({ value, text }));

/** What somebody may do, and for which stations. `id` keeps the labels of several people apart. */
export function RoleFields({ id, chosen, stations }: { id: string; chosen: Role; stations: string }) {
  return (
    <>
      <Field id={`${id}-role`} name="role" label={words.role} value={chosen} options={ROLES} />
      <div className="agent-only">
        <Field id={`${id}-stations`} name="stations" label={words.stations} value={stations} />
      </div>
    </>
  );
}
