import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { kindWord, shownName } from '#lib/shown/phone-words.ts';
import type { PhoneView } from '#lib/shown/present.ts';
import { problemWords } from '#lib/wording/problem.ts';
import { stationOrNotFound } from '../../../../parts/find-directory.ts';
import { GoneStationContent } from '../../../../parts/GoneContent.tsx';
import { Page } from '../../../../parts/Page.tsx';
import { BigCall } from '../BigCall.tsx';

/** 打不通 / 不是发行站: one question, no account; afterwards the next number to try. */
export default async function ProblemPage({
  params,
  searchParams,
}: PageProps<'/[directory]/stations/[station]/problem'>) {
  const asked = await searchParams;
  const { directory, view, gone } = await stationOrNotFound(await params);
  if (gone) return <GoneStationContent directory={directory} gone={gone} />;
  const { station } = view;
  const callable = view.phones.filter((phone) => phone.tel !== null);
  const phone = callable.find((one) => one.phone.id === asked.phone) ?? notFound();
  const state = asked.thanks ? 'thanks' : 'ask';
  const path = paths.problem(directory.id, station.id, phone.phone.id);
  return (
    <Page
      directory={directory}
      title={problemWords.heading[state]}
      path={path}
      here={state === 'ask' ? path : `${path}&${state}=1`}
      help="still_unsolved"
      noindex
    >
      <a className="back" href={paths.station(directory.id, station.id)}>
        {shownName(view)}
      </a>
      <div className="title">
        <h1>{problemWords.heading[state]}</h1>
        <p className="note">{`${shownName(view)} ${kindWord(phone)} ${phone.digits}`}</p>
      </div>
      {state === 'ask' ? (
        <Question action={paths.problemSend(directory.id, station.id)} phone={phone} />
      ) : (
        <>
          <p className="remark">{problemWords.said[state]}</p>
          <NextNumber name={shownName(view)} next={callable.find((one) => one !== phone)} />
        </>
      )}
    </Page>
  );
}

function Question({ action, phone }: { action: string; phone: PhoneView }) {
  return (
    <form className="question" action={action} method="post">
      <input type="hidden" name="phone" value={phone.phone.id} />
      <p>{problemWords.question}</p>
      {(['no_answer', 'not_station'] as const).map((kind) => (
        <button key={kind} className="btn" name="kind" value={kind} type="submit">
          {problemWords.kinds[kind]}
        </button>
      ))}
      <p className="note">{problemWords.kept}</p>
    </form>
  );
}

function NextNumber({ name, next }: { name: string; next: PhoneView | undefined }) {
  if (!next) return null;
  return (
    <section className="number">
      <h2>{problemWords.next}</h2>
      <BigCall name={name} view={next} first />
    </section>
  );
}
