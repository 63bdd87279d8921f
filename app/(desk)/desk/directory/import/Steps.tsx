import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { importWords as words } from '#lib/wording/editions.ts';

export const STEPS = ['file', 'columns', 'lines', 'differences', 'publish'] as const;
export type Step = (typeof STEPS)[number];

interface StepsProps {
  current: Step;
  /** The draft, and the furthest of its steps, from 1; absent while there is none. */
  draft?: { id: string; step: number; asked: string | undefined };
}

/** Where one is among the five steps; those that were reached are links. */
export function Steps({ current, draft }: StepsProps) {
  const at = STEPS.indexOf(current);
  return (
    <ol className="steps" aria-label={words.step(at + 1)}>
      {STEPS.map((step, index) => {
        const isOpen = draft !== undefined && index > 0 && index !== at && index < draft.step;
        const name = index < at ? `${words.steps[step]} ✓` : words.steps[step];
        const label = (
          <>
            <b>{index + 1}</b> <span>{name}</span>
          </>
        );
        return (
          <li
            key={step}
            aria-current={index === at ? 'step' : undefined}
            className={index < at ? 'done' : index > at ? 'to-come' : undefined}
          >
            {isOpen ? (
              <Link prefetch={false} href={inDirectory(paths.desk.importStep(draft.id, step), draft.asked)}>
                {label}
              </Link>
            ) : (
              label
            )}
          </li>
        );
      })}
      <li className="count" aria-hidden="true">
        {words.step(at + 1)}
      </li>
    </ol>
  );
}
