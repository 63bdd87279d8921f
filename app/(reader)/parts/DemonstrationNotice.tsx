import { demonstrationNotice as words } from '#lib/wording/demonstration.ts';
import { Phrases } from './Phrases.tsx';

/** First on every page of a demonstration, the desk's too: what is shown is made up. */
export function DemonstrationNotice() {
  return (
    <aside className="demonstration" aria-label={words.tag}>
      <p>
        <strong>{words.tag}</strong> <Phrases parts={words.text} />
      </p>
    </aside>
  );
}
