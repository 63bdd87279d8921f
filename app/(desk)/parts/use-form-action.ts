import { unstable_rethrow } from 'next/navigation';
import { type FormEventHandler, useActionState } from 'react';
import { deskWords } from '#lib/wording/desk.ts';
import { keepTyped } from './keep-typed.ts';

interface FormAction<State> {
  state: State;
  isSending: boolean;
  /** For the `<form>`. */
  form: { action: (form: FormData) => void; onSubmit: FormEventHandler<HTMLFormElement>; 'aria-busy': boolean };
}

/**
 * A form's action, with script and without: without, the browser posts the form itself and the page comes back with
 * what came of it; with, nothing typed is emptied, also where the network or the server fails.
 *
 * @param failed what the form shows then
 * @param refuse what need not be sent at all
 */
export function useFormAction<State>(
  action: (before: Awaited<State>, form: FormData) => Promise<State>,
  start: Awaited<State>,
  failed: (text: string) => State,
  refuse: (form: FormData) => State | null = () => null,
): FormAction<Awaited<State>> {
  const [posted, post] = useActionState<State, FormData>(action, start);
  const [sent, send, isSending] = useActionState<State | null, FormData>(async (before, form) => {
    try {
      return refuse(form) ?? (await action((before ?? posted) as Awaited<State>, form));
    } catch (error) {
      unstable_rethrow(error);
      console.error(error);
      return failed(navigator.onLine ? deskWords.failed : deskWords.offline);
    }
  }, null);
  return {
    state: (sent ?? posted) as Awaited<State>,
    isSending,
    form: { action: post, onSubmit: keepTyped(send), 'aria-busy': isSending },
  };
}
