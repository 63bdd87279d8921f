import type { Decision } from '#lib/directory/decision.ts';
import { effectiveDecisions } from '#lib/directory/effective.ts';
import { effectOf } from '#lib/directory/flags.ts';
import type { Flag, PublishedDirectory } from '#lib/directory/records.ts';
import { undoProblem } from '#lib/directory/rules.ts';
import { longDate } from '#lib/wording/dates.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';
import { Heads } from '../../../parts/Heads.tsx';
import { Scroll } from '../../../parts/Scroll.tsx';
import { flagTitles } from '../words.ts';
import { valueText } from './sides.ts';
import { UndoButton } from './UndoButton.tsx';

const words = deskWords.entry;

interface HistoryProps {
  directory: PublishedDirectory;
  /** The rows about this entry, oldest first. */
  rows: readonly Decision[];
  history: readonly Decision[];
  flags: readonly Flag[];
}

/** Who changed what, when and why, newest first, down to the import; each line that may be undone has its button. */
export function History({ directory, rows, history, flags }: HistoryProps) {
  const effective = effectiveDecisions(history);
  const { facts } = directory;
  const raisedAtImport = flags.filter(({ code }) => effectOf(code).raisedBy === undefined);
  return (
    <section>
      <h2>{words.history}</h2>
      <Scroll label={words.history}>
        <table className="history">
          <Heads columns={words.historyColumns} buttons />
          <tbody>
            {rows.toReversed().map((row) => (
              <HistoryRow
                key={row.id}
                directory={directory}
                row={row}
                canUndo={undoProblem(row, history, effective) === null}
              />
            ))}
            <tr>
              <td>{longDate(facts.importedAt)}</td>
              <td>{words.imported}</td>
              <td>{words.none}</td>
              <td>{words.none}</td>
              <td>{raisedAtImport.map(({ printed }) => printed).find((printed) => printed !== null) ?? words.none}</td>
              <td className="reason">
                {words.importReason(longDate(facts.effectiveFrom), flagTitles(raisedAtImport).join('、'))}
              </td>
              <td />
            </tr>
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function HistoryRow({ directory, row, canUndo }: { directory: PublishedDirectory; row: Decision; canUndo: boolean }) {
  const phone = directory.phones.find(({ id }) => id === row.phone);
  const done = deskWords.done[row.action];
  const values = row.field !== null;
  const seconded =
    row.approvedBy === null ? '' : row.approvedBy === row.by ? words.selfApproved : words.approvedBy(row.approvedBy);
  return (
    <tr>
      <td>{shortTime(row.at)}</td>
      <td>
        {row.by}
        {seconded && row.action !== 'approve' && <small>{words.reasonOf(seconded)}</small>}
      </td>
      <td>{row.field ? deskWords.field[row.field] : phone ? deskWords.kind[phone.kind] : words.none}</td>
      <td>{values ? valueText(directory, row.field, row.before) : words.none}</td>
      <td>
        <b>{done}</b>
        {values && ` ${valueText(directory, row.field, row.after)}`}
        {row.how && <small>{words.reasonOf(deskWords.how[row.how])}</small>}
      </td>
      <td className="reason">{row.reason || words.none}</td>
      <td>
        <UndoButton
          directory={directory.id}
          record={row.record ?? ''}
          id={row.id}
          label={words.undoLabel(done, shortTime(row.at))}
          offered={canUndo}
        />
      </td>
    </tr>
  );
}
