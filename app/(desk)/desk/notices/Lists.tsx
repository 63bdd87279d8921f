import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { paths } from '#lib/paths.ts';
import type { Notice } from '#lib/reports/notices.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { shortTime } from '#lib/wording/desk.ts';
import { noticeDeskWords as words } from '#lib/wording/notices.ts';
import { ColumnHeads } from '../../parts/ColumnHeads.tsx';
import { DeskForm } from '../../parts/DeskForm.tsx';
import { Submit } from '../../parts/fields.tsx';
import { SignInAgain } from '../../parts/Outcome.tsx';
import { Scroll } from '../../parts/Scroll.tsx';

interface ListProps {
  notices: readonly Notice[];
  directory: string;
  /** The directory the address asks for. */
  asked: string | undefined;
  now: string;
}

/** What readers see now, with how many said that theirs is missing too. */
export function Current({ counts, ...list }: ListProps & { counts: ReadonlyMap<number, number> }) {
  return (
    <Section heading={words.current} count={list.notices.length} none={words.noneCurrent}>
      <Rows {...list} action={words.end}>
        {(notice) => {
          const count = counts.get(notice.id);
          return (
            <>
              {words.span(notice, list.now)} <small className="number">{words.left(notice, list.now)}</small>
              {count !== undefined && <strong className="number counted">{words.count(count)}</strong>}
            </>
          );
        }}
      </Rows>
    </Section>
  );
}

/** What comes by itself. */
export function Planned(list: ListProps) {
  return (
    <Section heading={words.planned} count={list.notices.length} none={words.nonePlanned}>
      <Rows {...list} action={words.cancel}>
        {(notice) => words.span(notice, list.now)}
      </Rows>
      <p className="hint">{words.itself}</p>
    </Section>
  );
}

interface SectionProps {
  heading: string;
  count: number;
  /** What stands there where there are none. */
  none: string;
  children: ReactNode;
}

function Section({ heading, count, none, children }: SectionProps) {
  return (
    <section>
      <h2>
        {heading} <span className="tally">{count}</span>
      </h2>
      {count === 0 ? <p className="hint">{none}</p> : children}
    </section>
  );
}

interface RowsProps extends ListProps {
  action: string;
  children: (notice: Notice) => ReactNode;
}

function Rows({ notices, directory, asked, action, children }: RowsProps) {
  return (
    <Scroll label={words.columns[0] ?? ''}>
      <table>
        <ColumnHeads texts={words.columns} />
        <tbody>
          {notices.map((notice) => (
            <tr key={notice.id}>
              <What notice={notice} />
              <td>{children(notice)}</td>
              <td>
                <div className="acts">
                  <Link
                    href={`${inDirectory(paths.desk.notice(notice.id), asked)}#write` as Route}
                    aria-label={words.of(words.change, notice)}
                  >
                    {words.change}
                  </Link>
                  <End {...{ notice, directory, action }} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** What happens, where and to which papers: the first cells of every row. */
function What({ notice }: { notice: Notice }) {
  return (
    <>
      <th scope="row" className="number">
        {words.kind[notice.kind]}
      </th>
      <td>{words.places(notice)}</td>
      <td>{words.papers(notice)}</td>
    </>
  );
}

function End({ notice, directory, action }: { notice: Notice; directory: string; action: string }) {
  return (
    <DeskForm action="end-notice" of={String(notice.id)} directory={directory}>
      <input type="hidden" name="after" value={notice.seq} />
      <Submit className="plain" aria-label={words.of(action, notice)}>
        {action}
      </Submit>
      <SignInAgain />
    </DeskForm>
  );
}

/** What is over, each with everything that was done to it, by whom and when. */
export function History({ notices, now }: Pick<ListProps, 'notices' | 'now'>) {
  if (notices.length === 0) return <p className="hint">{words.historyNone}</p>;
  return (
    <details className="past">
      <summary>{words.history(notices.length)}</summary>
      <Scroll label={words.history(notices.length)}>
        <table>
          <ColumnHeads texts={words.historyColumns} />
          <tbody>
            {notices.map((notice) => (
              <tr key={notice.id}>
                <What notice={notice} />
                <td>{notice.isCancelled ? words.cancelled : words.span(notice, now)}</td>
                <td>
                  {notice.events.map(({ seq, by, at, type }) => (
                    <div key={seq}>{`${by}，${shortTime(at)}${words.done[type]}`}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
