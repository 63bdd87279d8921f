import { type Decision, isOfCity } from '#lib/directory/decision.ts';
import { effectiveDecisions } from '#lib/directory/effective.ts';
import { effectOf } from '#lib/directory/flags.ts';
import type { Flag, PublishedDirectory } from '#lib/directory/records.ts';
import { undoProblem } from '#lib/directory/rules.ts';
import { mayAct, ROLES_OF_ACTION } from '#lib/server/desk/roles.ts';
import type { Role } from '#lib/server/staff.ts';
import { longDate } from '#lib/wording/dates.ts';
import { deskWords, doneText, shortTime } from '#lib/wording/desk.ts';
import { ColumnHeads } from '../../../parts/ColumnHeads.tsx';
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
  /** What does not hold any more, since something else is printed now. */
  lapsed: readonly Decision[];
  /** Of whoever looks: an editor undoes nothing that only an admin decides. */
  role: Role;
  /** It was brought by an edition: the history begins with that. */
  isPrinted?: boolean;
}

/** Who changed what, when and why, newest first, down to the import; each line that may be undone has its button. */
export function History({ directory, rows, history, flags, lapsed, role, isPrinted = true }: HistoryProps) {
  const effective = effectiveDecisions(history);
  const { facts } = directory;
  const canUndo = (row: Decision) =>
    mayAct(role, ROLES_OF_ACTION[isOfCity(row) ? 'undo-city' : 'undo']) &&
    undoProblem(row, history, effective) === null;
  const raisedAtImport = flags.filter(({ code }) => effectOf(code).raisedBy === undefined);
  return (
    <section>
      <h2>{words.history}</h2>
      <Scroll label={words.history}>
        <table className="history">
          <ColumnHeads texts={words.historyColumns}>
            <td />
          </ColumnHeads>
          <tbody>
            {rows.toReversed().map((row) => (
              <HistoryRow
                key={row.id}
                directory={directory}
                row={row}
                isLapsed={lapsed.some(({ id }) => id === row.id)}
                canUndo={canUndo(row)}
              />
            ))}
            {isPrinted && (
              <tr>
                <td>{longDate(facts.importedAt)}</td>
                <td>{words.imported}</td>
                <td>{words.none}</td>
                <td>{words.none}</td>
                <td>
                  {raisedAtImport.map(({ printed }) => printed).find((printed) => printed !== null) ?? words.none}
                </td>
                <td className="reason">
                  {words.importReason(longDate(facts.effectiveFrom), flagTitles(raisedAtImport).join('、'))}
                </td>
                <td />
              </tr>
            )}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

interface HistoryRowProps {
  directory: PublishedDirectory;
  row: Decision;
  isLapsed: boolean;
  canUndo: boolean;
}

function HistoryRow({ directory, row, isLapsed, canUndo }: HistoryRowProps) {
  const phone = directory.phones.find(({ id }) => id === row.phone);
  const done = doneText(row);
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
      <td className="reason">
        {row.reason || words.none}
        {isLapsed && <small>{words.lapsed(row.printed)}</small>}
      </td>
      <td>
        <UndoButton
          directory={directory.id}
          record={row.record ?? ''}
          id={row.id}
          label={words.undoLabel(done, shortTime(row.at))}
          offered={canUndo}
          isOfCity={isOfCity(row)}
        />
      </td>
    </tr>
  );
}
