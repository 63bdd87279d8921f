import { type FormEvent, startTransition } from 'react';

/**
 * Sends a form to its action without React's emptying it afterwards: what was typed stays, whatever came of it. The
 * form's `action` does the same work where no script runs.
 */
export const keepTyped = (action: (form: FormData) => void) => (event: FormEvent<HTMLFormElement>) => {
  event.preventDefault();
  const submitter = (event.nativeEvent as SubmitEvent).submitter;
  const form = new FormData(event.currentTarget, submitter);
  startTransition(() => action(form));
};
