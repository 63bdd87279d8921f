'use client';

import { useRouter } from 'next/navigation';
import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useTransition,
} from 'react';
import { forgetPage, keepPage } from '#lib/island/kept-page.ts';
import { paths } from '#lib/paths.ts';
import type { KeptOutcome } from '#lib/server/desk/kept-outcome.ts';
import type { Outcome } from '#lib/server/desk/outcome.ts';
import type { DeskAction } from '#lib/server/desk/roles.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { importWords } from '#lib/wording/editions.ts';
import { useOutcome } from './Outcomes.tsx';

/** Sends a form where it would be sent without script. Whatever goes wrong is said and takes nothing away. */
async function send(action: DeskAction, form: FormData, hasFile: boolean): Promise<Outcome> {
  try {
    const response = await fetch(paths.desk.send(action), {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: hasFile ? form : new URLSearchParams([...form].map(([name, value]) => [name, String(value)])),
    });
    if (response.ok) return withTyped((await response.json()) as Outcome, form);
    const refused = hasFile ? REFUSED[response.status] : undefined;
    if (refused !== undefined) return failed(refused);
    throw new Error(`${action} was answered with ${response.status}`);
  } catch (error) {
    console.error(error);
    return failed(navigator.onLine ? deskWords.failed : deskWords.offline);
  }
}

/**
 * What was typed is still there, but React takes back what it once filled in itself (after a page that was loaded anew)
 * as soon as it is not told again.
 */
function withTyped(outcome: Outcome, form: FormData): Outcome {
  if (outcome.kind === 'done') return outcome;
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.includes('password')) typed[name] = [...(typed[name] ?? []), value];
  return { ...outcome, typed };
}

/** What the server refuses of a file before it reads it. */
const REFUSED: Readonly<Record<number, string>> = {
  401: importWords.begin.signedOut,
  413: importWords.begin.tooLarge,
};

const failed = (message: string): Outcome => ({
  ...{ kind: 'refused', message, faults: {}, typed: {}, to: null, shown: {} },
});

const MULTIPART = 'multipart/form-data';

const Context = createContext<{ outcome: Outcome | undefined; isSending: boolean }>({
  outcome: undefined,
  isSending: false,
});

/** For what stands in a form: what came of it, and whether it is under way. */
export const useForm = () => useContext(Context);

/**
 * What a form with a second button is to do: what the button that was pressed names. Enter in a field (of a sign-in within
 * the form) presses none, and stands for the one that was pressed last.
 */
function useChosen(action: DeskAction, also: DeskAction | undefined) {
  const last = useRef(action);
  return (submitter: HTMLElement | null): DeskAction => {
    const isEnter = document.activeElement instanceof HTMLInputElement && document.activeElement.type !== 'checkbox';
    const isOther = also !== undefined && submitter?.getAttribute('formaction') === paths.desk.send(also);
    if (!isEnter) last.current = isOther ? also : action;
    return last.current;
  };
}

/** Sends the form by script, as long as none is under way, and shows what came of it. */
function useSending(choose: ReturnType<typeof useChosen>, { form: name, setOutcome }: ReturnType<typeof useOutcome>) {
  const router = useRouter();
  const [isUnderWay, setUnderWay] = useState(false);
  const [isRefreshing, startRefreshing] = useTransition();
  const isSending = isUnderWay || isRefreshing;
  useEffect(() => (isRefreshing ? forgetPage : undefined), [isRefreshing]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const typed = new FormData(form, submitter);
    const hasFile = form.enctype === MULTIPART;
    setUnderWay(true);
    const answer = await send(choose(submitter), typed, hasFile);
    // A page of its own is loaded whole: whose desk it is has changed, or what was typed is kept there for any build.
    if (answer.to !== null) return window.location.assign(answer.to);
    setUnderWay(false);
    if (answer.kind !== 'done') return setOutcome(answer);
    // Where another build answers, Next loads the page whole. What is shown once is not kept for that.
    const isSecret = answer.shown.codes !== undefined || answer.shown.link !== undefined;
    keepPage<KeptOutcome>(form, isSecret ? null : { form: name, outcome: answer });
    // What is said and what the page then shows are seen together.
    startRefreshing(() => {
      setOutcome(answer);
      router.refresh();
    });
  };
  return { isSending, submit };
}

interface DeskFormProps {
  action: DeskAction;
  /** What a second button of it does, which names its route itself. */
  also?: DeskAction;
  /** What the action is about, where a page has several such forms. */
  of?: string;
  directory?: string;
  /** Where it leads without script: its own page, unless said otherwise. */
  back?: string;
  id?: string;
  className?: string;
  /** It may bring a file. */
  hasFile?: boolean;
  /** Empties itself once it has done its work. */
  clears?: boolean;
  children: ReactNode;
}

/**
 * A form of the desk. It posts to a route and is led back to a page that shows what came of it; with script it is sent to
 * the same route and nothing is loaded anew, so that neither the network nor a fault empties it.
 */
export function DeskForm(props: DeskFormProps) {
  const { action, also, of, directory, back, id, className, hasFile, clears = false, children } = props;
  const mine = useOutcome(action, of);
  const { here, outcome: own } = mine;
  const { outcome: other } = useOutcome(also ?? action, of);
  const outcome = own ?? other;
  const form = useRef<HTMLFormElement>(null);
  const { isSending, submit } = useSending(useChosen(action, also), mine);
  useEffect(() => {
    if (clears && outcome?.kind === 'done') form.current?.reset();
  }, [clears, outcome]);
  return (
    <form
      {...{ id, className }}
      method="post"
      encType={hasFile ? MULTIPART : undefined}
      action={paths.desk.send(action)}
      onSubmit={submit}
      aria-busy={isSending}
      ref={form}
    >
      <input type="hidden" name="back" value={back ?? here} />
      {of !== undefined && <input type="hidden" name="of" value={of} />}
      {directory !== undefined && <input type="hidden" name="directory" value={directory} />}
      <Context value={{ outcome, isSending }}>{children}</Context>
    </form>
  );
}
