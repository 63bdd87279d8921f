'use client';

import { type ReactNode, useState } from 'react';
import { paths } from '#lib/paths.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { DirectoryField } from '../../parts/DirectoryField.tsx';

/** The list as a form: the ticked entries are settled together. Without script the button is simply always there. */
export function Ticks({ asked, children }: { asked: string | undefined; children: ReactNode }) {
  const [ticked, setTicked] = useState(0);
  return (
    <form
      className="ticks"
      action={paths.desk.flags}
      onChange={(event) => setTicked(event.currentTarget.querySelectorAll('input[name=tick]:checked').length)}
    >
      <DirectoryField asked={asked} />
      {children}
      <p className="together" data-ticked={ticked}>
        <button type="submit" name="together" value="1" data-key={ticked > 0 ? 'e' : undefined}>
          {deskWords.queue.together(ticked)}
        </button>
      </p>
    </form>
  );
}
