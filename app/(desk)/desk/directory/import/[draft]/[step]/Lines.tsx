import Link from 'next/link';
import type { Preview } from '#lib/server/editions/preview.ts';
import { LINE_KINDS } from '#lib/table/tables.ts';
import { showable } from '#lib/text/text.ts';
import { importWords } from '#lib/wording/editions.ts';
import { ColumnHeads } from '../../../../../parts/ColumnHeads.tsx';
import { Submit } from '../../../../../parts/fields.tsx';
import { countLines, type ListedLine, listLines } from './listed-lines.ts';
import { Foot, StepForm } from './StepForm.tsx';
import { type StepProps, stepAddress } from './step.ts';

const words = importWords.lines;
/** So many lines of a list are shown at a time, the most doubtful first: a form has its limit. */
const PAGE_LINES = 200;

interface LinesProps extends StepProps {
  preview: Preview;
  page: number;
  doubtfulPage: number;
}

/** 看行: doubtful lines first; what every line is taken for, and why; in = out always in sight. */
export function Lines({ preview, page, doubtfulPage, ...props }: LinesProps) {
  const { doubtful, others } = listLines(preview, props.state.body);
  const { all, records, sections, asides } = countLines(preview);
  const left = doubtful.filter(({ mustSay }) => mustSay).length;
  return (
    <StepForm action="import-lines" {...props}>
      <section>
        <h2>
          {doubtful.length > 0 ? words.heading(doubtful.length) : words.none}{' '}
          {doubtful.length > 0 && <small>{words.lead}</small>}
        </h2>
        {doubtful.length > 0 && <LineTable lines={pageOf(doubtful, doubtfulPage).lines} />}
        <LinePages
          {...props}
          all={doubtful}
          page={doubtfulPage}
          name="doubtful"
          label={words.heading(doubtful.length)}
        />
      </section>
      {others.length > 0 && <Others {...props} others={others} page={page} />}
      <Foot
        {...props}
        back="columns"
        said={
          <>
            {words.count(all, records, sections, asides)}
            {left > 0 && <b className="problem"> {words.mustSay(left)}</b>}
          </>
        }
      >
        <Submit className="strong">{importWords.next('differences')}</Submit>
      </Foot>
    </StepForm>
  );
}

/** The lines of one page of a list, and which page it is. */
function pageOf(
  all: readonly ListedLine[],
  asked: number,
): { lines: readonly ListedLine[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / PAGE_LINES));
  const page = Math.min(Math.max(1, Math.trunc(asked)), pages);
  return { lines: all.slice((page - 1) * PAGE_LINES, page * PAGE_LINES), page, pages };
}

interface LinePagesProps extends StepProps {
  all: readonly ListedLine[];
  page: number;
  /** Of the page's number in the address. */
  name: 'page' | 'doubtful';
  label: string;
}

function LinePages({ all, page: asked, name, label, state, asked: city }: LinePagesProps) {
  const address = stepAddress(state.draft.id, 'lines', city);
  const { page, pages } = pageOf(all, asked);
  if (pages === 1) return null;
  return (
    <nav className="pages" aria-label={label}>
      {Array.from({ length: pages }, (_, at) => at + 1).map((n) => (
        <Link
          key={n}
          prefetch={false}
          href={`${address}${address.includes('?') ? '&' : '?'}${name}=${n}` as typeof address}
          aria-current={n === page ? 'page' : undefined}
        >
          {words.page((n - 1) * PAGE_LINES + 1, Math.min(n * PAGE_LINES, all.length))}
        </Link>
      ))}
    </nav>
  );
}

function Others({ others, page, ...props }: StepProps & { others: readonly ListedLine[]; page: number }) {
  return (
    <details className="fold" open={page > 1 || undefined}>
      <summary>
        <b>{words.others(others.length)}</b> {words.othersLead} <span>{words.open}</span>
      </summary>
      <LineTable lines={pageOf(others, page).lines} />
      <LinePages {...props} all={others} page={page} name="page" label={words.others(others.length)} />
    </details>
  );
}

function LineTable({ lines }: { lines: readonly ListedLine[] }) {
  return (
    <table className="lines">
      <ColumnHeads texts={Object.values(words.columns)} />
      <tbody>
        {lines.map((line) => (
          <LineRow key={line.key} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function LineRow({ line }: { line: ListedLine }) {
  const { key, as, mustSay, isSaid, severity, title, why, cells } = line;
  const name = `line-${key}`;
  return (
    <tr className={mustSay ? 'must' : undefined}>
      <td className="number">{line.line}</td>
      <td className="cells">
        {cells
          .map((cell, at) => ({ cell, at }))
          .map(({ cell, at }) => (
            <span key={at}>{showable(cell.trim()) || <small>{words.blank}</small>}</span>
          ))}
      </td>
      <td>
        <label className="hidden" htmlFor={name}>
          {words.asOf(line.line)}
        </label>
        <input type="hidden" name={`was-${key}`} value={mustSay ? '' : as} />
        <select id={name} name={name} defaultValue={mustSay ? '' : as} key={mustSay ? '' : as}>
          {mustSay && <option value="">{words.choose}</option>}
          {LINE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {words.as[kind]}
            </option>
          ))}
        </select>
      </td>
      <td>
        <b className={severity ?? undefined}>{title}</b> {isSaid && <span className="tag">{words.said}</span>}
        <small>{why}</small>
      </td>
    </tr>
  );
}
