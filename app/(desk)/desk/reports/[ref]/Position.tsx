import Link from 'next/link';
import type { QueueEntry } from '#lib/server/reports/staff-queue.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { type QueueQuery, queueAddress, reportAddress } from '../query.ts';

const words = deskReportWords;

interface PositionProps {
  /** The list somebody came from, in its order then. */
  list: readonly QueueEntry[];
  query: QueueQuery;
  at: string;
  /** The number of the report that is shown. */
  shown: string;
}

/** The place in the list, with the keys that go on. */
export function Position({ list, query, at, shown }: PositionProps) {
  const index = list.findIndex(({ stored }) => stored.ref === shown);
  const link = (entry: QueueEntry | undefined, key: string, text: string) =>
    entry && (
      <span>
        <kbd>{key}</kbd>{' '}
        <Link href={reportAddress(entry.stored.ref, query, at)} prefetch={false} data-key={key}>
          {text}
        </Link>
      </span>
    );
  return (
    <p className="position">
      <Link href={queueAddress(query)}>{words.back}</Link>
      {index >= 0 && (
        <>
          <span>{words.position(index + 1, list.length)}</span>
          {link(list[index - 1], 'k', words.previous)}
          {link(list[index + 1], 'j', words.following)}
        </>
      )}
    </p>
  );
}
