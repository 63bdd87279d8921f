import type { SignedOut } from './staff-of-form.ts';

/** What came of a form that says one thing. */
export interface FormState {
  message: string | null;
  problem: string | null;
  /** The session has run out: name and password are asked for in the same form. */
  signedOut?: boolean;
  /** A link to hand over: shown once, kept nowhere. */
  link?: string;
}

export const NEW_FORM: FormState = { message: null, problem: null };
export const said = (message: string, link?: string): FormState => ({ ...NEW_FORM, message, ...(link && { link }) });
export const notDone = (problem: string): FormState => ({ ...NEW_FORM, problem });
export const refusedForm = ({ problem }: SignedOut): FormState => ({ ...NEW_FORM, problem, signedOut: true });
