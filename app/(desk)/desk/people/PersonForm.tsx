import type { VisibleAccount } from '#lib/server/people.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { factorWords } from '#lib/wording/second-factor.ts';
import { DeskForm } from '../../parts/DeskForm.tsx';
import { Choice, Field, Submit } from '../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../parts/Outcome.tsx';
import { type City, CityFields } from './CityFields.tsx';
import { ownerField } from './fields.ts';

const words = deskWords.people;

interface PostFieldsProps {
  cities: readonly City[];
  /** Whether those are all; else one is chosen above. */
  isAllCities: boolean;
  person: VisibleAccount | null;
  /** Whether whoever fills it in may make owners. */
  mayMakeOwners: boolean;
}

/** What somebody is, city by city. */
function PostFields({ cities, isAllCities, person, mayMakeOwners }: PostFieldsProps) {
  return (
    <>
      {!isAllCities && cities.length === 0 && <p className="hint">{words.filter.choose}</p>}
      {cities.map((city) => (
        <CityFields
          key={city.id}
          city={city}
          isOnly={isAllCities && cities.length === 1}
          role={person?.roles[city.id] ?? (person === null && isAllCities && cities.length === 1 ? 'editor' : '')}
          stations={(person?.stations ?? []).flatMap(({ directory, station }) =>
            directory === city.id ? station : [],
          )}
        />
      ))}
      {mayMakeOwners && (
        <Choice type="checkbox" name={ownerField} chosen={person?.isOwner ?? false} text={words.owner} />
      )}
    </>
  );
}

/** One more account. */
export function AddPerson(props: Omit<PostFieldsProps, 'person'>) {
  return (
    <DeskForm action="add-person" className="stack panel">
      <h2>{words.add}</h2>
      <Notice />
      <SignInAgain />
      <Field id="new-name" name="username" label={words.name} hint={deskWords.setup.usernameHint} required />
      <PostFields {...props} person={null} />
      <Submit className="main">{words.create}</Submit>
    </DeskForm>
  );
}

/** Somebody's posts, a link for a new password, the end of the account. */
export function ChangePerson({ person, ...props }: PostFieldsProps & { person: VisibleAccount }) {
  const { username, disabled, hasFactor, isTheirs } = person;
  return (
    <DeskForm action="change-person" of={username} id="person" className="stack panel">
      <h2>{username}</h2>
      <Notice />
      <SignInAgain />
      <PostFields {...props} person={person} />
      <Submit className="main" name="change" value="role" aria-label={words.changeLabel(username)}>
        {words.change}
      </Submit>
      {isTheirs && hasFactor && (
        <div>
          <Field name="why" label={factorWords.people.why} hint={factorWords.people.whyHint} maxLength={200} />
        </div>
      )}
      {isTheirs ? (
        <p className="buttons">
          <Submit name="change" value="reset" aria-label={words.resetLabel(username)}>
            {disabled ? words.reopen : words.reset}
          </Submit>
          {hasFactor && (
            <Submit name="change" value="reset-factor" aria-label={factorWords.people.resetLabel(username)}>
              {factorWords.people.reset}
            </Submit>
          )}
          {!disabled && (
            <Submit className="away" name="change" value="disable" aria-label={words.disableLabel(username)}>
              {words.disable}
            </Submit>
          )}
        </p>
      ) : (
        <p className="hint">{words.notYours}</p>
      )}
    </DeskForm>
  );
}
