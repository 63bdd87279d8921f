import { deskWords } from '#lib/wording/desk.ts';

/** The keys of a list; the sheet behind `?` has them all. */
export function KeyLine({ keys = deskWords.keys.sheet }: { keys?: Readonly<Record<string, string>> }) {
  return (
    <p className="keyline">
      {Object.entries(keys).map(([key, what]) => (
        <span key={key}>
          <kbd>{key}</kbd> {what}
        </span>
      ))}
    </p>
  );
}
