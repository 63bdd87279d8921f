interface StepsProps {
  /** What was done, the oldest first; `typed` may hold what somebody typed. */
  done: readonly { when: string; text: string; typed?: true }[];
  /** What comes, hollow, with when where that is known. */
  coming: readonly { when: string; text: string }[];
}

/** What was done and what comes. */
export function Steps({ done, coming }: StepsProps) {
  return (
    <ol className="steps">
      {done.map(({ when, text, typed }) => (
        <li key={when + text}>
          <p className="note">{when}</p>
          <p className={typed && 'typed'}>{text}</p>
        </li>
      ))}
      {coming.map(({ when, text }) => (
        <li className="coming" key={text}>
          {when && <p className="note">{when}</p>}
          <p>{text}</p>
        </li>
      ))}
    </ol>
  );
}
