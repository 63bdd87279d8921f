'use client';

import { deskWords } from '#lib/wording/desk.ts';
import { useTicked } from '../../parts/Ticked.tsx';

/** Settles the ticked entries of the list together. */
export function Together() {
  const { button, ticked } = useTicked();
  return (
    <p className="together">
      <button ref={button} type="submit" name="together" value="1" data-key={ticked > 0 ? 'e' : undefined}>
        {deskWords.queue.together(ticked)}
      </button>
    </p>
  );
}
