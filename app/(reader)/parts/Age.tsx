import type { Check } from '#lib/directory/records.ts';
import { ageParts } from '#lib/wording/reader.ts';

/** How old a number is. Each half stays whole on a line. */
export function Age({ printedAbout, checked }: { printedAbout: string; checked: Check | null }) {
  const [printed, verified] = ageParts(printedAbout, checked);
  return (
    <span className="age">
      <span className="nb">{printed}</span>
      <span className="dot"> · </span>
      <span className="nb">{verified}</span>
    </span>
  );
}
