import { type Decision, isOfCity } from '#lib/directory/decision.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import type { DeskDirectory } from '#lib/server/review.ts';
import type { Staff } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { kindWord, staffDigits } from '../words.ts';
import { Proposals } from './Proposals.tsx';
import { valueText } from './sides.ts';

const words = deskWords.form;

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

/** Who proposes what. */
export const proposalText = (directory: PublishedDirectory, row: Decision): string =>
  about(row) +
  words.proposal(row.by, row.proposes ?? 'correct', proposedText(directory, row), replacedText(directory, row));

/** Of a city it may be this or that. */
const about = (row: Decision) => (row.field !== null && isOfCity(row) ? words.ofCity(deskWords.field[row.field]) : '');

/** What a correction would take the place of; null of anything else. */
const replacedText = (directory: PublishedDirectory, { proposes, field, before }: Decision): string | null =>
  before === null || (proposes ?? 'correct') !== 'correct' ? null : valueText(directory, field, before);

/** What would be there instead; of what would go, what it is. */
function proposedText(directory: PublishedDirectory, { proposes, field, after, phone }: Decision): string {
  if (proposes !== 'out_of_use') return valueText(directory, field, after);
  const goes = directory.phones.find(({ id }) => id === phone);
  return goes ? words.subject.number(kindWord(goes), staffDigits(goes, directory.facts.country)) : words.wholeStation;
}
