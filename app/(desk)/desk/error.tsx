'use client';

import { deskWords } from '#lib/wording/desk.ts';

/** A fault of ours while a page was made: say so, and let it be tried again. */
export default function DeskError({ reset }: { error: Error; reset: () => void }) {
  return (
    <div className="narrow">
      <h1>{deskWords.pageFailed}</h1>
      <p className="buttons">
        <button type="button" onClick={reset}>
          {deskWords.tryAgain}
        </button>
      </p>
    </div>
  );
}
