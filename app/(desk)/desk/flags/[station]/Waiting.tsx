import type { Decision } from '#lib/directory/decision.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import type { DeskDirectory } from '#lib/server/review.ts';
import type { Staff } from '#lib/server/session.ts';
import { editWords } from '#lib/wording/edit.ts';
import { kindWord, staffDigits } from '../words.ts';
import { Proposals } from './Proposals.tsx';
import { valueText } from './sides.ts';

interface WaitingProps {
  state: DeskDirectory;
  /** A station's id; null for the edition. */
  record: string | null;
  staff: Staff;
}

/** What waits for a second person about one station. */
export function Waiting({ state: { directory, pending }, record, staff }: WaitingProps) {
  const proposals = pending
    .filter((row) => row.record === record)
    .map((row) => ({
      id: row.id,
      text: proposalText(directory, row),
      reason: row.reason,
      isOwn: row.by === staff.username,
    }));
  return <Proposals directory={directory.id} record={record ?? ''} proposals={proposals} />;
}

function proposalText(directory: PublishedDirectory, { by, field, after, phone, proposes }: Decision): string {
  const number = directory.phones.find(({ id }) => id === phone);
  const about = number ? `${kindWord(number)} ${staffDigits(number, directory.facts.country)}` : editWords.thisStation;
  const what = proposes === 'out_of_use' ? about : valueText(directory, field, after);
  return editWords.proposals[proposes ?? 'correct'](by, what);
}
