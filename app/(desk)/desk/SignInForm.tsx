import { deskWords } from '#lib/wording/desk.ts';
import { DeskForm } from '../parts/DeskForm.tsx';
import { Field, Submit } from '../parts/fields.tsx';
import { Notice } from '../parts/Outcome.tsx';

const words = deskWords.signIn;

/** @param next the page to go on to */
export function SignInForm({ next }: { next: string }) {
  return (
    <DeskForm action="sign-in" className="stack">
      <Notice />
      <input type="hidden" name="next" value={next} />
      <Field
        name="username"
        label={words.username}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <Field name="password" label={words.password} type="password" autoComplete="current-password" required />
      <Submit className="main">{words.button}</Submit>
    </DeskForm>
  );
}
