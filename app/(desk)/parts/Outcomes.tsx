'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { reloadSeldom, takePage, watchTyping } from '#lib/island/kept-page.ts';
import type { KeptOutcome } from '#lib/server/desk/kept-outcome.ts';
import type { Outcome } from '#lib/server/desk/outcome.ts';
import type { DeskAction } from '#lib/server/desk/roles.ts';

type Known = Readonly<Record<string, Outcome>>;

const Context = createContext<{ here: string; known: Known; add: (form: string, outcome: Outcome) => void }>({
  here: '',
  known: {},
  add: () => {},
});

/**
 * What came of the forms of this page: of those that led to it (`kept`), and of those a script sent. Here and not in the
 * forms, since some are gone once they have done their work. Another page knows nothing of it.
 */
export function Outcomes({ kept, children }: { kept: readonly KeptOutcome[]; children: ReactNode }) {
  const search = useSearchParams().toString();
  const here = usePathname() + (search && `?${search}`);
  const [held, setHeld] = useState<{ here: string; known: Known }>({
    here,
    known: Object.fromEntries(kept.map(({ form, outcome }) => [form, outcome])),
  });
  if (held.here !== here) setHeld({ here, known: {} });
  const add = (form: string, outcome: Outcome) =>
    setHeld(({ known: { [form]: _, ...others } }) => ({ here, known: { ...others, [form]: outcome } })); // the last one last
  useEffect(() => {
    // A page that was loaded anew by itself goes on where it was.
    const came = takePage<KeptOutcome>();
    if (came) setHeld(({ here: now, known }) => ({ here: now, known: { ...known, [came.form]: came.outcome } }));
    // Of a style of another build nothing says that it is gone.
    const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
    if ([...links].some(({ sheet }) => sheet === null)) reloadSeldom();
    return watchTyping();
  }, []);
  return <Context value={{ ...held, add }}>{children}</Context>;
}

/** What came last of a form, and where it stands. @param of what its action is about, where a page has several */
export function useOutcome(action: DeskAction, of = '') {
  const { here, known, add } = useContext(Context);
  const form = `${action} ${of}`;
  return { here, form, outcome: known[form], setOutcome: (outcome: Outcome) => add(form, outcome) };
}

/** What came last of a form of these actions, whatever it was about: for a page that has not the form itself, or no longer. @param not what one is about that counts for none */
export function useLastOutcome(actions: readonly DeskAction[], not?: string): Outcome | undefined {
  const { known } = useContext(Context);
  const isOurs = (form: string) =>
    actions.some((action) => form.startsWith(`${action} `) && form !== `${action} ${not}`);
  return Object.entries(known).findLast(([form]) => isOurs(form))?.[1];
}
