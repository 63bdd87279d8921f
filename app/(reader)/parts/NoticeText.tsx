import type { SaidNotice } from '#lib/wording/notices.ts';

/** A notice as readers see it: on their pages, and at the desk before it is sent. */
export function NoticeText({ notice }: { notice: SaidNotice }) {
  const { title, said, text, signed } = notice;
  return (
    <>
      <p className="says">
        <Parts parts={title} />
      </p>
      <p>
        <Parts parts={said} />
      </p>
      {text !== null && <p>{text}</p>}
      <p className="note">
        <Parts parts={signed} />
      </p>
    </>
  );
}

/** Parts that each break as one. */
const Parts = ({ parts }: { parts: readonly string[] }) =>
  parts.map((part) => (
    <span className="ph" key={part}>
      {part}
    </span>
  ));
