import { paths } from '#lib/paths.ts';
import { readAssigned, UnknownStation } from '#lib/server/assigned-stations.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { ownOrigin } from '#lib/server/origin.ts';
import {
  type AssignedStation,
  addStaff,
  disableStaff,
  type OneTimeLink,
  ROLES,
  type Role,
  resetStaff,
  StaffError,
  setRole,
} from '#lib/server/staff.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';

const words = deskWords.people;

/** The link is for another machine: it names the host that the admin's own browser found. */
const handOver = ({ headers }: Posted, name: string, { token, expiresAt }: OneTimeLink): Outcome =>
  done(words.link(name, shortTime(expiresAt)), { shown: { link: ownOrigin(headers) + paths.desk.setup(token) } });

function readRole({ fields }: Posted): Role {
  const role = ROLES.find((one) => one === fields.get('role'));
  if (!role) throw new MalformedForm();
  return role;
}

/** The stations typed, of the directory that the page is about where they name none. */
async function readStations({ fields }: Posted, role: Role): Promise<AssignedStation[]> {
  if (role !== 'agent') return [];
  const names = fieldOf(fields, 'stations')
    .split(/[\s,，、]+/)
    .filter((name) => name !== '');
  return readAssigned(names, fieldOf(fields, 'directory'));
}

/** What the rules about accounts refuse, in words. */
async function refusedInWords(change: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof StaffError) return refused(deskWords.linkProblem[error.code]);
    if (error instanceof UnknownStation) return refused(words.unknownStation(error.typed));
    throw error;
  }
}

/** Makes an account and gives the link that opens it. */
export const addPerson = (posted: Posted): Promise<Outcome> =>
  refusedInWords(async () => {
    const username = fieldOf(posted.fields, 'username').trim();
    const role = readRole(posted);
    const stations = await readStations(posted, role);
    return handOver(posted, username, await addStaff(await getDesk(), { username, role, stations }, new Date()));
  });

/** A new role, a link for a new password, or the end of an account. */
export const changePerson = (posted: Posted): Promise<Outcome> =>
  refusedInWords(async () => {
    const desk = await getDesk();
    const name = fieldOf(posted.fields, 'of');
    switch (fieldOf(posted.fields, 'change')) {
      case 'reset':
        return handOver(posted, name, await resetStaff(desk, name, new Date()));
      case 'disable':
        await disableStaff(desk, name);
        break;
      case 'role':
        await setRole(desk, name, readRole(posted), await readStations(posted, readRole(posted)));
        break;
      default:
        throw new MalformedForm();
    }
    return done(words.saved(name));
  });
