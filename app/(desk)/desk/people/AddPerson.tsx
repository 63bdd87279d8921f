'use client';

import { useActionState } from 'react';
import { deskWords } from '#lib/wording/desk.ts';
import { keepTyped } from '../../parts/keep-typed.ts';
import { addPersonAction } from './actions.ts';
import { Outcome } from './Outcome.tsx';
import { RoleFields } from './RoleFields.tsx';

const words = deskWords.people;

export function AddPerson({ directory }: { directory: string }) {
  const [state, action, isSending] = useActionState(addPersonAction, { message: null, problem: null, link: null });
  return (
    <form action={action} onSubmit={keepTyped(action)} className="stack panel">
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
