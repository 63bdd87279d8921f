import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { findPublicFigures } from '#lib/server/board/public-figures.ts';
import { type Board, boardStations, districtsOfStations, readBoard } from '#lib/server/board/read-board.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { mayAct, ROLES_OF_ACTION, ROLES_OF_PAGE } from '#lib/server/desk/roles.ts';
import { openReportOffice, type ReportOffice } from '#lib/server/reports/office.ts';
import { requireCityPage, type Staff } from '#lib/server/session.ts';
import { boardWords as words } from '#lib/wording/board.ts';
import { longMonth } from '#lib/wording/dates.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { one } from '../flags/query.ts';
import { stationText } from '../reports/station-text.ts';
import { Kinds, Stations } from './Details.tsx';
import { Districts } from './Districts.tsx';
import { Months } from './Months.tsx';
import { Publish } from './Publish.tsx';
import { boardAddress } from './query.ts';
import { Rates } from './Rates.tsx';

export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** 看板: whether people get their papers, month by month; an agent sees the figures of their own stations. */
export default async function BoardPage({ searchParams }: PageProps<'/desk/board'>) {
  const query = await searchParams;
  const [asked, month] = [one(query.directory), one(query.month) ?? null];
  const path = month === null ? paths.desk.board : `${paths.desk.board}?month=${encodeURIComponent(month)}`;
  const staff = await requireCityPage(path, 'board', { directory: asked });
  const office = (await openReportOffice(staff.directory)) ?? notFound();
  const board = await readBoard(office, boardStations(staff), month);
  const mayPublish = mayAct(staff.role, ROLES_OF_ACTION['publish-board']);
  const { hours, limits } = office.directory.service;
  return (
    <>
      <Head {...{ board, staff, asked }} />
      {board.isBehind && <p className="problem">{words.behind}</p>}
      {!(hours && limits) && <p className="hint">{words.noLimits}</p>}
      <Figures {...{ board, office, isOwn: boardStations(staff) !== null }} />
      <How asked={asked} month={board.month} />
      {mayPublish && (
        <Publish
          directory={office.directory.id}
          published={await findPublicFigures(office.store, office.directory.id)}
          preview={{ month: board.month, countedOn: board.today, figures: board.all }}
        />
      )}
    </>
  );
}

interface HeadProps {
  board: Board;
  staff: Staff;
  asked: string | undefined;
}

/** Which month and whose figures, and what else can be done. */
function Head({ board: { month, months, today }, staff, asked }: HeadProps) {
  return (
    <div className="head board-head">
      <h1>{words.heading}</h1>
      <p>{words.cut(month, today, boardStations(staff) !== null)}</p>
      <div className="exports">
        <form action={paths.desk.board}>
          {asked !== undefined && <input type="hidden" name="directory" value={asked} />}
          <label className="hidden" htmlFor="month">
            {words.month}
          </label>
          <select id="month" name="month" defaultValue={month} key={month}>
            {months.map((one) => (
              <option key={one} value={one}>
                {longMonth(one)}
              </option>
            ))}
          </select>
          <button type="submit">{words.show}</button>
        </form>
        <a className="button" href="#stations">
          {words.toStations}
        </a>
        {mayAct(staff.role, ROLES_OF_PAGE.copies) && (
          <Link className="button" href={inDirectory(paths.desk.copies, asked)}>
            {words.copies}
          </Link>
        )}
        <a className="button" href={boardAddress(paths.desk.boardCsv, month, asked)}>
          {words.csv}
        </a>
      </div>
    </div>
  );
}

interface FiguresProps {
  board: Board;
  office: ReportOffice;
  /** They are of somebody's own stations alone. */
  isOwn: boolean;
}

function Figures({ board, office, isOwn }: FiguresProps) {
  const { all, line, districts, stations, kinds } = board;
  const { directory } = office;
  const labels = new Map(directory.districts.map(({ id, label }) => [id, label]));
  const districtIds = districtsOfStations(directory);
  const districtOf = (station: string | null) =>
    labels.get((station === null ? null : districtIds.get(station)) ?? '') ?? words.nothing;
  if (line.every(({ figures }) => figures.filed === 0))
    return (
      <p className="lead" id="stations">
        {isOwn ? words.noneOwn : words.none}
      </p>
    );
  return (
    <>
      <Rates figures={all} />
      <p className="hint">{words.few}</p>
      <div className="charts">
        {all.filed > 0 ? (
          <Districts {...{ districts, labels }} />
        ) : (
          <section className="chart">
            <h2>{words.districts}</h2>
            <p className="lead">{isOwn ? words.noneOwn : words.noneInMonth}</p>
          </section>
        )}
        <Months line={line} />
      </div>
      {all.filed > 0 && <Stations {...{ stations, districtOf }} nameOf={(id) => stationText(office, id)} />}
      {all.filed > 0 && <Kinds kinds={kinds} />}
    </>
  );
}

/** How the figures are made, and the tables with which anybody can make them again. */
function How({ asked, month }: { asked: string | undefined; month: string }) {
  return (
    <section className="chart">
      <details>
        <summary>{words.how}</summary>
        <ul>
          {words.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </details>
      <p className="hint">
        {words.csvNote} <a href={boardAddress(paths.desk.copiesCsv, month, asked)}>{words.copiesCsv}</a>
      </p>
    </section>
  );
}
