import type { DraftState } from '#lib/server/editions/drafts.ts';
import type { Line } from '#lib/table/grid.ts';
import { COLUMN_KINDS, type ColumnKind, type ReadColumn, type Sheet } from '#lib/table/tables.ts';
import { showable } from '#lib/text/text.ts';
import { importWords } from '#lib/wording/editions.ts';
import { COLUMN_NAMES } from '#lib/wording/normaliser.ts';
import { Choice, Submit } from '../../../../../parts/fields.tsx';
import { Scroll } from '../../../../../parts/Scroll.tsx';
import { type DrawnSheet, drawnSheet } from './drawn-sheet.ts';
import { countLines } from './listed-lines.ts';
import { Foot, StepForm } from './StepForm.tsx';
import type { StepProps } from './step.ts';

const words = importWords.columns;
const SHOWN_LINES = 12;

/** 看列: the first lines as they stand, and over each column what it was taken for and why. */
export function Columns(props: StepProps) {
  const { state } = props;
  const { refusal, preview, file } = state;
  const { sheets } = file.grid.grid;
  const read = sheets.flatMap((sheet, at) => (isRead(state, sheet, at) ? [{ sheet, at }] : []));
  return (
    <StepForm action="import-columns" {...props}>
      {refusal && (
        <div className="problem summary" role="alert">
          {words.refused}
          {importWords.begin.refused(refusal.message, refusal.remedy)}
        </div>
      )}
      {sheets.length > 1 && <Sheets state={state} sheets={sheets} />}
      {read.map(({ sheet, at }) => (
        <SheetTable key={at} state={state} sheet={sheet} at={at} />
      ))}
      <Foot {...props} back="file" said={words.count(preview ? countLines(preview).all : 0)}>
        <Submit name="go" value="again">
          {words.again}
        </Submit>
        <Submit name="go" value="next" className="strong">
          {importWords.next('lines')}
        </Submit>
      </Foot>
    </StepForm>
  );
}

const isRead = ({ body }: DraftState, { hidden, lines }: Sheet, at: number) =>
  lines.length > 0 && (body.sheets[at]?.isRead ?? !hidden);

function Sheets({ state, sheets }: { state: DraftState; sheets: readonly Sheet[] }) {
  return (
    <fieldset className="sheets">
      <legend>
        {words.sheets} <small>{words.sheetsHint}</small>
      </legend>
      {sheets.map((sheet, at) => {
        const name = showable(words.sheet(sheet.name, at + 1));
        const about = [words.lines(sheet.lines.length), ...(sheet.hidden ? [words.hidden] : [])].join('，');
        return sheet.lines.length === 0 ? (
          <span key={name} className="check">
            {name} <small>{words.empty}</small>
          </span>
        ) : (
          <span key={name}>
            <Choice type="checkbox" name={`read-${at}`} chosen={isRead(state, sheet, at)} text={`${name}　${about}`} />
          </span>
        );
      })}
    </fieldset>
  );
}

interface SheetTableProps {
  state: DraftState;
  sheet: Sheet;
  at: number;
}

function SheetTable({ state, sheet, at }: SheetTableProps) {
  const shown = sheet.lines.slice(0, SHOWN_LINES);
  const drawn = drawnSheet(state, at);
  const name = showable(words.sheet(sheet.name, at + 1));
  return (
    <section>
      <input type="hidden" name={`drawn-${at}`} value={JSON.stringify(drawn)} />
      <Scroll label={name}>
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">
                {words.this}
                <small>{words.guessed}</small>
              </th>
              {columnsOf(drawn).map(({ column, kind }) => (
                <ColumnHead key={column} {...{ at, column, kind }} known={columnOf(state, at, column)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <SheetLine key={line.line} {...{ line, at, sheet, drawn, shown }} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="hint">
        <Choice type="radio" name={`heading-${at}`} value="0" chosen={drawn.heading === 0} text={words.noHeading} />
        {words.shown(shown.length)}
      </p>
    </section>
  );
}

const columnsOf = ({ kinds }: DrawnSheet) => kinds.map((kind, column) => ({ kind, column }));

const columnOf = ({ preview }: DraftState, at: number, column: number): ReadColumn | undefined =>
  preview?.read.tables
    .filter((table) => table.at === at)
    .flatMap(({ columns }) => columns)
    .find((one) => one.at === column + 1);

interface ColumnHeadProps {
  at: number;
  column: number;
  kind: ColumnKind;
  known: ReadColumn | undefined;
}

function ColumnHead({ at, column, kind, known }: ColumnHeadProps) {
  const why = known?.why ?? 'unknown';
  const id = `col-${at}-${column}`;
  return (
    <th scope="col">
      <label className="hidden" htmlFor={id}>
        {words.columnAt(column + 1)}
      </label>
      <select id={id} name={id} defaultValue={kind} key={kind}>
        {COLUMN_KINDS.map((one) => (
          <option key={one} value={one}>
            {one === '-' ? words.unused : COLUMN_NAMES[one]}
          </option>
        ))}
      </select>
      <small>{why === 'heading' ? words.why.heading(showable(known?.printed ?? '')) : words.why[why]}</small>
    </th>
  );
}

interface SheetLineProps {
  line: Line;
  at: number;
  sheet: Sheet;
  drawn: DrawnSheet;
  shown: readonly Line[];
}

function SheetLine({ line, at, sheet, drawn, shown }: SheetLineProps) {
  const isHeading = line.line === drawn.heading;
  return (
    <tr className={isHeading ? 'heading' : undefined}>
      <th scope="row">
        <Choice
          type="radio"
          name={`heading-${at}`}
          value={String(line.line)}
          chosen={isHeading}
          aria-label={words.headingAt(line.line)}
        />{' '}
        {line.line} {isHeading && <b>{words.heading}</b>}
      </th>
      {columnsOf(drawn).map(({ column }) => (
        <SheetCell key={column} {...{ line, column, sheet, shown }} />
      ))}
    </tr>
  );
}

/** A cell as it stands; one that is merged over several lines is drawn once, as tall as they are. */
function SheetCell({ line, column, sheet, shown }: Omit<SheetLineProps, 'at' | 'drawn'> & { column: number }) {
  const merged = line.merged?.get(column);
  const isSame = (other: Line) => {
    const one = other.merged?.get(column);
    return merged !== undefined && one?.line === merged.line && one.at === merged.at;
  };
  const group = shown.filter(isSame);
  if (merged !== undefined && group[0] !== line) return null;
  const text = showable(line.cells[column] ?? '');
  return (
    <td rowSpan={group.length > 1 ? group.length : undefined}>
      {text}
      {merged !== undefined && <small>{words.merged(sheet.lines.filter(isSame).length)}</small>}
    </td>
  );
}
