import { dayOf, timeOf } from '#lib/reports/days.ts';
import { weekDay } from '#lib/wording/reports.ts';

export interface TimelineLine {
  at: string;
  text: string;
}

interface TimelineProps {
  lines: readonly TimelineLine[];
  /** What comes, hollow, with when. */
  next: { when: string; text: string } | null;
}

/** What was done, the oldest first, and what comes. */
export function Timeline({ lines, next }: TimelineProps) {
  return (
    <ol className="steps">
      {lines.map(({ at, text }) => (
        <li key={at + text}>
          <p className="note">{`${weekDay(dayOf(at))} ${timeOf(at)}`}</p>
          <p className="typed">{text}</p>
        </li>
      ))}
      {next && (
        <li className="coming">
          <p className="note">{next.when}</p>
          <p>{next.text}</p>
        </li>
      )}
    </ol>
  );
}
