import { type Proposal, proposalKey } from '#lib/directory/editions/matching.ts';
import type { DraftBody } from '#lib/server/editions/draft.ts';
import { showable } from '#lib/text/text.ts';
import { importWords, whyText } from '#lib/wording/editions.ts';
import { Submit } from '../../../../../parts/fields.tsx';
import { Group, Marked } from './parts.tsx';

const words = importWords.differences;

/** What may be the same and has to be said: one card each. What was said stands below and can be changed. */
export function Pairs({ proposals, answers }: { proposals: readonly Proposal[]; answers: DraftBody['answers'] }) {
  const answerOf = (proposal: Proposal) => answers[proposalKey(proposal)];
  const open = proposals.filter((one) => answerOf(one) === undefined);
  const decided = proposals.filter((one) => answerOf(one) !== undefined);
  return (
    <>
      <Group title={words.toDecide} lead={words.toDecideLead} count={open.length}>
        {open.map((proposal) => (
          <Pair key={proposalKey(proposal)} proposal={proposal} />
        ))}
      </Group>
      {decided.map((proposal) => (
        <p key={proposalKey(proposal)} className="pair decided">
          <b>{namesOf(proposal)}</b>
          <span>{saidText(proposal, answerOf(proposal) ?? false)}</span>
          <Submit className="plain" name="say" value={`undo ${proposalKey(proposal)}`}>
            {words.change}
          </Submit>
        </p>
      ))}
    </>
  );
}

/** The known one and the new one. */
const sidesOf = ({ printed, candidate }: Proposal) =>
  [candidate, printed].map(({ name }) => showable(name ?? words.unnamed));

export const namesOf = (proposal: Proposal): string => [...new Set(sidesOf(proposal))].join('、');

export const saidText = ({ kind }: Proposal, isSame: boolean): string =>
  kind === 'closed' ? (isSame ? words.saidClosed : words.saidOpen) : isSame ? words.saidSame : words.saidOther;

function questionOf(kind: Proposal['kind'], before: string, after: string): string {
  if (kind === 'closed') return words.askClosed(after);
  return kind === 'district' ? words.askDistrict(before, after) : words.ask(before, after);
}

function Pair({ proposal }: { proposal: Proposal }) {
  const { kind, printed, candidate, why } = proposal;
  const [before = '', after = ''] = sidesOf(proposal);
  const key = proposalKey(proposal);
  const isDistrict = kind === 'district';
  const yes = kind === 'renamed_and_moved' || kind === 'returned' ? words.yes.other : words.yes[kind];
  const no = kind === 'district' || kind === 'closed' ? words.no[kind] : words.no.station;
  const numbers = (list: readonly string[]) => showable(list.join('　')) || '—';
  const isSame = numbers(printed.numbers) === numbers(candidate.numbers);
  return (
    <div className="pair">
      <h3>{questionOf(kind, before, after)}</h3>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.now}</th>
            <th scope="col">{words.fresh}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{isDistrict ? words.district : words.name}</th>
            <td>{before}</td>
            <td>
              <Marked text={after} before={before} />
            </td>
          </tr>
          {!isDistrict && (
            <>
              <tr>
                <th scope="row">{words.district}</th>
                <td>{showable(candidate.district ?? words.noDistrict)}</td>
                <td>{showable(printed.district ?? words.noDistrict)}</td>
              </tr>
              <tr>
                <th scope="row">{words.numbers}</th>
                <td>{numbers(candidate.numbers)}</td>
                <td>{isSame ? words.same : numbers(printed.numbers)}</td>
              </tr>
            </>
          )}
        </tbody>
      </table>
      <p className="hint">{words.why(whyText(why))}</p>
      <p className="switch wide">
        <Submit name="say" value={`same ${key}`}>
          {yes}
        </Submit>
        <Submit name="say" value={`other ${key}`}>
          {no}
        </Submit>
      </p>
    </div>
  );
}
