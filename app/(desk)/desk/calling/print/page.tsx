import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { type Call, callProgress, isToCall } from '#lib/directory/calling.ts';
import { paths } from '#lib/paths.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findDeskDirectory } from '#lib/server/review.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { callingWords } from '#lib/wording/calling.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { ColumnHeads } from '../../../parts/ColumnHeads.tsx';
import { PrintButton } from '../../../parts/PrintButton.tsx';
import { Scroll } from '../../../parts/Scroll.tsx';
import { one, withQuery } from '../../flags/query.ts';
import { kindWord, staffDigits } from '../../flags/words.ts';
import { readList } from '../list.ts';
import { sheetsOf } from './sheets.ts';

const words = callingWords.sheet;
export const metadata: Metadata = { title: deskWords.title(callingWords.print) };

/** The calls that are left, on A4, to be written on and typed in later. */
export default async function CallingSheetPage({ searchParams }: PageProps<'/desk/calling/print'>) {
  const query = await searchParams;
  const path = withQuery(query, { directory: null }, paths.desk.callingSheet);
  const staff = await requireCityPage(path, 'flags', { directory: one(query.directory) });
  const state = (await findDeskDirectory(await getDesk(), staff.directory)) ?? notFound();
  const { calls, order, now } = readList(state, query, new Date());
  const left = calls.filter((call) => isToCall(call, order));
  const sheets = sheetsOf(left);
  const lead = words.lead(now.toISOString(), order, left.length, callProgress(state.directory, calls));
  return (
    <div className="call-sheets">
      <p className="sheet-tools">
        <Link href={withQuery(query, {}, paths.desk.calling)}>{words.back}</Link>
        <PrintButton text={words.print} />
      </p>
      {sheets.map((sheet, index) => (
        <section key={sheet[0]?.tel ?? ''} aria-label={words.page(index + 1, sheets.length)}>
          {index === 0 && <SheetHead lead={lead} />}
          <Scroll label={`${callingWords.heading} ${index + 1}`}>
            <SheetTable calls={sheet} country={state.directory.facts.country} />
          </Scroll>
          <p className="sheet-foot">
            <span>{words.who}</span>
            <span>{words.day}</span>
            <span>{words.page(index + 1, sheets.length)}</span>
          </p>
        </section>
      ))}
    </div>
  );
}

function SheetHead({ lead }: { lead: string }) {
  const [before, name, after] = words.ask;
  return (
    <>
      <h1>{callingWords.heading}</h1>
      <p>{lead}</p>
      <p className="ask">
        {before}
        <b>{name}</b>
        {after}
      </p>
    </>
  );
}

function SheetTable({ calls, country }: { calls: readonly Call[]; country: string }) {
  if (calls.length === 0) return <p>{words.none}</p>;
  return (
    <table>
      <ColumnHeads texts={words.columns} />
      <tbody>
        {calls.map(({ tel, places: [first, ...others] }) => (
          <tr key={tel}>
            <td>{[first, ...others].map(({ station }) => station.row || '—').join('、')}</td>
            <th scope="row">
              {[first, ...others].map(({ station }) => station.name.value ?? words.unnamed).join('、')}
            </th>
            <td>{kindWord(first.phone)}</td>
            <td className="number">{staffDigits(first.phone, country)}</td>
            <td />
            <td />
            <td />
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
