import { deskWords } from '#lib/wording/desk.ts';
import { DeskForm } from '../../../parts/DeskForm.tsx';
import { Field, Submit } from '../../../parts/fields.tsx';
import { Notice } from '../../../parts/Outcome.tsx';

const words = deskWords.setup;

/** @param name whose link it is; null where the first admin chooses a name */
export function SetupForm({ token, name }: { token: string; name: string | null }) {
  const password = { type: 'password', autoComplete: 'new-password', required: true };
  return (
    <DeskForm action="set-up" of={token} className="stack">
      <Notice />
      {name === null ? (
        <Field name="username" label={words.username} hint={words.usernameHint} autoComplete="username" required />
      ) : (
        <input type="hidden" name="username" autoComplete="username" value={name} />
      )}
      <Field name="password" label={words.password} hint={words.passwordHint} {...password} />
      <Field name="password-again" label={words.again} {...password} />
      <Submit className="main">{words.button}</Submit>
    </DeskForm>
  );
}
