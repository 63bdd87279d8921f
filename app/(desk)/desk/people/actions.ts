import { paths } from '#lib/paths.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findDirectory } from '#lib/server/directories.ts';
import { listDirectories } from '#lib/server/directory-sources.ts';
import type { OneTimeLink } from '#lib/server/one-time-links.ts';
import { ownOrigin } from '#lib/server/origin.ts';
import {
  addPerson as add,
  changePerson as change,
  disablePerson,
  PeopleError,
  resetFactor,
  resetPerson,
} from '#lib/server/people.ts';
import type { SignedIn } from '#lib/server/read-session.ts';
import { type AssignedStation, ROLES, type Role, StaffError } from '#lib/server/staff.ts';
import { isBlank, isDisguised, trimTyped } from '#lib/text/typed-text.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';
import { factorWords } from '#lib/wording/second-factor.ts';
import { ownerField, roleField } from './fields.ts';

const words = deskWords.people;
const PROBLEMS = { ...words.problems, ...factorWords.people.problems };
/** Of the sentence that is asked for. */
const LONGEST_WHY = 200;

/** The link is for another machine: it names the host that the admin's own browser found. */
const handOver = ({ headers }: Posted<SignedIn>, name: string, { token, expiresAt }: OneTimeLink): Outcome =>
  done(words.link(name, shortTime(expiresAt)), { shown: { link: ownOrigin(headers) + paths.desk.setup(token) } });

/** A role of the list, or null for none. */
function readRole(typed: string): Role | null {
  const role = ROLES.find((one) => one === typed);
  if (!role && typed !== '') throw new MalformedForm();
  return role ?? null;
}

/** The stations that are ticked, as `city/station`; each is one of a city's. */
async function readStations(fields: URLSearchParams): Promise<AssignedStation[]> {
  const ticked = [...new Set(fields.getAll('station'))];
  return Promise.all(
    ticked.map(async (tick) => {
      const [directory = '', station = ''] = tick.split('/', 2);
      const known = (await findDirectory(directory))?.stations.some(({ id }) => id === station);
      if (!known) throw new MalformedForm();
      return { directory, station };
    }),
  );
}

/** What the form says of each city that it names; the others stay as they are. Whose they are is asked later. */
async function readPosts({ fields, staff }: Posted<SignedIn>) {
  const cities = (await listDirectories((await getDesk()).store)).filter((city) => fields.has(roleField(city)));
  const roles = Object.fromEntries(cities.map((city) => [city, readRole(fieldOf(fields, roleField(city)))]));
  const stations = (await readStations(fields)).filter(({ directory }) => roles[directory] === 'agent');
  return { roles, stations, ...((staff.isOwner || fields.has(ownerField)) && { isOwner: fields.has(ownerField) }) };
}

/** What the rules about accounts refuse, in words. */
async function refusedInWords(act: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof StaffError) return refused(deskWords.linkProblem[error.code]);
    if (error instanceof PeopleError) return refused(PROBLEMS[error.code]);
    throw error;
  }
}

/** Makes an account and gives the link that opens it. */
export const addPerson = (posted: Posted<SignedIn>): Promise<Outcome> =>
  refusedInWords(async () => {
    const username = fieldOf(posted.fields, 'username').trim();
    const { roles, ...more } = await readPosts(posted);
    const given = Object.entries(roles).flatMap(([city, role]) => (role === null ? [] : [[city, role] as const]));
    if (given.length === 0 && !more.isOwner) return refused(words.noRole);
    const person = { username, roles: Object.fromEntries(given), ...more };
    return handOver(posted, username, await add(await getDesk(), posted.staff, person, new Date()));
  });

/** Takes a second factor that was lost away; why is asked, and stands in the list of what was done. */
async function takeFactor({ fields, staff }: Posted<SignedIn>, name: string): Promise<Outcome> {
  const why = trimTyped(fieldOf(fields, 'why'));
  const isSentence = !isBlank(why) && [...why].length <= LONGEST_WHY && !isDisguised(why, false);
  if (!isSentence) return refused(null, { why: PROBLEMS.why });
  await resetFactor(await getDesk(), staff, name, why, new Date());
  return done(factorWords.people.done(name));
}

/** New roles, a link for a new password, the end of a second factor or of an account. */
export const changePerson = (posted: Posted<SignedIn>): Promise<Outcome> =>
  refusedInWords(async () => {
    const { fields, staff } = posted;
    const desk = await getDesk();
    const name = fieldOf(fields, 'of');
    switch (fieldOf(fields, 'change')) {
      case 'reset':
        return handOver(posted, name, await resetPerson(desk, staff, name, new Date()));
      case 'reset-factor':
        return takeFactor(posted, name);
      case 'disable':
        await disablePerson(desk, staff, name, new Date());
        return done(words.ended(name));
      case 'role':
        await change(desk, staff, name, await readPosts(posted), new Date());
        break;
      default:
        throw new MalformedForm();
    }
    return done(words.saved(name));
  });
