'use client';

import { deskWords } from '#lib/wording/desk.ts';
import { NEW_FORM, notDone } from '../../parts/form-state.ts';
import { Outcome } from '../../parts/Outcome.tsx';
import { useFormAction } from '../../parts/use-form-action.ts';
import { addPersonAction } from './actions.ts';
import { RoleFields } from './RoleFields.tsx';

const words = deskWords.people;

export function AddPerson({ directory }: { directory: string }) {
  const { state, form, isSending } = useFormAction(addPersonAction, NEW_FORM, notDone);
  return (
    <form {...form} className="stack panel">
      <h2>{words.add}</h2>
      <Outcome state={state} />
      <input type="hidden" name="directory" value={directory} />
      <label htmlFor="new-name">{words.name}</label>
      <input id="new-name" name="username" autoComplete="off" required />
      <RoleFields id="new" chosen="editor" stations="" />
      <button className="main" type="submit" disabled={isSending}>
        {words.create}
      </button>
    </form>
  );
}
