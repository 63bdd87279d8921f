import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import type { DraftState } from '#lib/server/editions/drafts.ts';
import type { Step } from '../../Steps.tsx';

/** What every step is given. */
export interface StepProps {
  state: DraftState;
  directory: string;
  /** The directory the address asks for. */
  asked: string | undefined;
}

/** Where the step before this one is. */
export const stepAddress = (id: string, step: Step, asked: string | undefined) =>
  inDirectory(step === 'file' ? paths.desk.import : paths.desk.importStep(id, step), asked);
