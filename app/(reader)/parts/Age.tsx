/** How old a number is, from `ageParts`. Each half stays whole on a line. */
export function Age({ parts: [printed, verified] }: { parts: readonly [string, string] }) {
  return (
    <span className="age">
      <span className="nb">{printed}</span>
      <span className="dot"> · </span>
      <span className="nb">{verified}</span>
    </span>
  );
}
