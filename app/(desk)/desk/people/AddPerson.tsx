import { deskWords } from '#lib/wording/desk.ts';
import { DeskForm } from '../../parts/DeskForm.tsx';
import { Field, Submit } from '../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../parts/Outcome.tsx';
import { RoleFields } from './RoleFields.tsx';

const words = deskWords.people;

export function AddPerson({ directory }: { directory: string }) {
  return (
    <DeskForm action="add-person" directory={directory} className="stack panel">
      <h2>{words.add}</h2>
      <Notice />
      <SignInAgain />
      <Field id="new-name" name="username" label={words.name} required />
      <RoleFields id="new" chosen="editor" stations="" />
      <Submit className="main">{words.create}</Submit>
    </DeskForm>
  );
}
