import type { ReactNode } from 'react';
import { printWords } from '#lib/wording/print.ts';
import { Phrases } from './Phrases.tsx';
import { ToolsScript } from './ToolsScript.tsx';

interface PrintControlsProps {
  button: string;
  /** What to do with the paper. */
  how?: string;
  /** Links that belong here. */
  children?: ReactNode;
}

/** The button that prints, which is hidden where no script is there to do it, and how to go without. Not on paper. */
export function PrintControls({ button, how, children }: PrintControlsProps) {
  return (
    <div className="controls">
      <ToolsScript />
      <button className="btn" type="button" hidden data-print="">
        {button}
      </button>
      {how && <p className="note">{how}</p>}
      <p className="note">
        <Phrases parts={printWords.how} />
      </p>
      {children}
    </div>
  );
}
