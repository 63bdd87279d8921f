/** A sentence in parts that each break as one, so that no short last clause is torn. */
export function Phrases({ parts }: { parts: readonly string[] }) {
  return parts.map((part) => (
    <span className="ph" key={part}>
      {part}
    </span>
  ));
}
