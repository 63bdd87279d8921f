import type { Decision } from '#lib/directory/decision.ts';
import type { ChangedNumber } from '#lib/directory/editions/differences.ts';
import type { Preview } from '#lib/server/editions/preview.ts';
import { showable } from '#lib/text/text.ts';
import { longDate } from '#lib/wording/dates.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { importWords } from '#lib/wording/editions.ts';
import { KIND } from '#lib/wording/reader.ts';
import { ColumnHeads } from '../../../../../parts/ColumnHeads.tsx';
import { Group, Marked } from './parts.tsx';

const words = importWords.differences;
const ROLE = { office: KIND.fixed_line, mobile: KIND.mobile } as const;

/** Numbers that are printed anew: the digits that differ, and what becomes of earlier checks. */
export function ChangedNumbers({ preview }: { preview: Preview }) {
  const { changed } = preview.differences;
  const lapsed = Map.groupBy(preview.lapsed, ({ record }) => record);
  return (
    <Group title={words.sections.changed} lead={words.changedLead} count={changed.length}>
      <table className="changed">
        <ColumnHeads texts={Object.values(words.columns)} />
        <tbody>
          {changed.map((one) => (
            <tr key={`${one.station} ${one.role} ${one.before} ${one.after}`}>
              <th scope="row">{showable(one.name ?? words.unnamed)}</th>
              <td>
                {ROLE[one.role]}{' '}
                {one.before === null ? (
                  <b>{words.newlyPrinted}</b>
                ) : (
                  <span className="number">{showable(one.before)}</span>
                )}{' '}
                →{' '}
                {one.after === null ? (
                  <b>{words.notPrinted}</b>
                ) : (
                  <span className="number">
                    <Marked text={one.after} before={one.before ?? ''} />
                  </span>
                )}
              </td>
              <td>
                <Checks changed={one} lapsed={lapsed.get(one.station) ?? []} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Group>
  );
}

interface ChecksProps {
  changed: ChangedNumber;
  /** What does not hold any more about its station. */
  lapsed: readonly Decision[];
}

function Checks({ changed: { before, after }, lapsed }: ChecksProps) {
  const last = lapsed.findLast(({ how, printed }) => how !== null && printed === before);
  if (before === null) return null;
  if (!last?.how) return <small>{words.neverChecked}</small>;
  return (
    <>
      {words.lapsed(`${longDate(last.at)}${deskWords.how[last.how]}`, showable(before))}
      <b>{after === null ? words.noLonger : words.checkAgain}</b>
    </>
  );
}
