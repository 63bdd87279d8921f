import Link from 'next/link';
import type { Decision } from '#lib/directory/decision.ts';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { type DeskDirectory, waitingFor } from '#lib/server/review.ts';
import type { Staff } from '#lib/server/session.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';
import { proposalText } from './[station]/Waiting.tsx';
import { stationName } from './words.ts';

const words = deskWords.consent;

interface ConsentProps {
  state: DeskDirectory;
  staff: Staff;
  /** The directory the address asks for. */
  asked: string | undefined;
}

/** 等您同意: what colleagues proposed and only a second person can bring into force. Each leads to what it is about. */
export function Consent({ state, staff, asked }: ConsentProps) {
  const rows = waitingFor(state, staff);
  if (rows.length === 0) return null;
  return (
    <section className="consent" aria-labelledby="consent-heading">
      <h2 id="consent-heading">
        {words.heading} <b>{rows.length}</b>
      </h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Link href={inDirectory(paths.desk.flag(row.record ?? 'edition'), asked)} prefetch={false}>
              {nameOf(state, row)}
            </Link>
            <span>{proposalText(state.directory, row)}</span>
            <small>{shortTime(row.at)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The station it is about, also one that only this would add; or the notice and its city. */
function nameOf({ directory }: DeskDirectory, { record }: Decision): string {
  const station = directory.stations.find(({ id }) => id === record) ?? null;
  return record !== null && station === null ? deskWords.queue.unnamed : stationName(station);
}
