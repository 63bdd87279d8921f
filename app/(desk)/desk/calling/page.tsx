import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { CALL_ORDERS, callProgress, isToCall } from '#lib/directory/calling.ts';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findDeskDirectory } from '#lib/server/review.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { countEditors } from '#lib/server/staff.ts';
import { callingWords as words } from '#lib/wording/calling.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { DirectoryField } from '../../parts/DirectoryField.tsx';
import { one, withQuery } from '../flags/query.ts';
import { Tabs } from '../flags/Tabs.tsx';
import { CallCard } from './CallCard.tsx';
import { LastCall } from './LastCall.tsx';
import { type CallList, readList } from './list.ts';
import { Moves } from './Moves.tsx';
import { OrderField } from './OrderField.tsx';
import { Next, Recent, SharedNumbers } from './Side.tsx';

export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** 核实清单: the numbers that nobody has checked, or longest ago, one after another. */
export default async function CallingPage({ searchParams }: PageProps<'/desk/calling'>) {
  const query = await searchParams;
  const asked = one(query.directory);
  const path = withQuery(query, { directory: null }, paths.desk.calling);
  const staff = await requireCityPage(path, 'flags', { directory: asked });
  const desk = await getDesk();
  const state = (await findDeskDirectory(desk, staff.directory)) ?? notFound();
  const list = readList(state, query, new Date());
  const twoEditors = (await countEditors(desk, staff.directory)) >= 2;
  return (
    <>
      <Head list={list} asked={asked} />
      <div className="calling">
        <div>
          <LastCall current={list.current?.places[0].phone.id ?? null} />
          {list.current ? (
            <CallCard list={list} call={list.current} twoEditors={twoEditors} />
          ) : (
            <Nothing list={list} />
          )}
          <Moves list={list} by={staff.username} />
        </div>
        <div className="calling-side">
          <Next list={list} />
          <Recent list={list} by={staff.username} />
          <SharedNumbers list={list} />
        </div>
      </div>
    </>
  );
}

interface HeadProps {
  list: CallList;
  asked: string | undefined;
}

/** The tabs, how far the numbers are, and which are called first. */
function Head({ list, asked }: HeadProps) {
  const { state, query, order, now } = list;
  const progress = callProgress(state.directory, list.calls);
  return (
    <>
      <div className="head">
        <h1>{words.heading}</h1>
        <Tabs state={state} current="calling" asked={asked} now={now} />
        <p className="exports">
          <Link className="button" href={withQuery(query, { at: null, stay: null }, paths.desk.callingSheet)}>
            {words.print}
          </Link>
        </p>
      </div>
      <div className="progress">
        <p>
          <b id="checked">{words.checked(progress.checked, progress.all)}</b> <small>{words.others(progress)}</small>
        </p>
        <progress aria-labelledby="checked" value={progress.checked} max={progress.all} />
        <form action={paths.desk.calling}>
          <DirectoryField asked={asked} />
          <OrderField order={order} options={CALL_ORDERS.map((value) => ({ value, text: words.order[value] }))} />
        </form>
      </div>
    </>
  );
}

/** Nothing is left for today, or nothing at all. */
function Nothing({ list: { calls, query, order } }: { list: CallList }) {
  const left = calls.filter((call) => isToCall(call)).length;
  return (
    <div className="nothing">
      <p>{left > 0 ? words.dayDone(left) : words.allDone}</p>
      {order === 'printed' && (
        <p>
          <Link href={inDirectory(`${paths.desk.calling}?order=oldest`, one(query.directory))}>{words.goRound}</Link>
        </p>
      )}
    </div>
  );
}
