import Link from 'next/link';
import type { ReactNode } from 'react';
import type { DeskAction } from '#lib/server/desk/roles.ts';
import { importWords as words } from '#lib/wording/editions.ts';
import { DeskForm } from '../../../../../parts/DeskForm.tsx';
import { Notice, SaidOf, SignInAgain } from '../../../../../parts/Outcome.tsx';
import type { Step } from '../../Steps.tsx';
import { type StepProps, stepAddress } from './step.ts';

/** What was said of a draft at one step may lead to another. */
const IMPORT_ACTIONS: readonly DeskAction[] = ['import-columns', 'import-lines', 'import-match', 'import-publish'];

interface StepFormProps extends StepProps {
  action: DeskAction;
  className?: string;
  children: ReactNode;
}

/** The form of a step: it is about one draft as it was when its page was drawn. */
export function StepForm({ action, state: { draft, body }, directory, className = '', children }: StepFormProps) {
  return (
    <DeskForm action={action} of={draft.id} directory={directory} className={`step ${className}`}>
      <input type="hidden" name="version" value={draft.version} />
      {body.handedOver && <input type="hidden" name="handed" value={body.handedOver.at} />}
      <Notice isLoud />
      <SaidOf actions={IMPORT_ACTIONS.filter((other) => other !== action)} />
      <SignInAgain />
      {children}
    </DeskForm>
  );
}

interface FootProps extends StepProps {
  /** What is always in sight: how many lines there are, what is left to decide. */
  said: ReactNode;
  back: Step;
  children: ReactNode;
}

/** The foot of a step: what it comes to, the step before, and on. */
export function Foot({ state, asked, said, back, children }: FootProps) {
  return (
    <div className="foot-bar sticky">
      <p>{said}</p>
      <Link prefetch={false} className="button" href={stepAddress(state.draft.id, back, asked)}>
        {words.back}
      </Link>
      {children}
    </div>
  );
}
