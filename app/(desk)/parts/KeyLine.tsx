import { deskWords } from '#lib/wording/desk.ts';

/** The keys of a list; the sheet behind `?` has them all. */
export function KeyLine() {
  return (
    <p className="keyline">
      {Object.entries(deskWords.keys.sheet).map(([key, what]) => (
        <span key={key}>
          <kbd>{key}</kbd> {what}
        </span>
      ))}
    </p>
  );
}
