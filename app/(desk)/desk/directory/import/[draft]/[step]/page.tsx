import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { getDesk } from '#lib/server/desk.ts';
import { type DraftState, findDraft } from '#lib/server/editions/drafts.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { countEditors } from '#lib/server/staff.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';
import { directoryWords, importWords as words } from '#lib/wording/editions.ts';
import { one } from '../../../../flags/query.ts';
import { STEPS, type Step, Steps } from '../../Steps.tsx';
import { Columns } from './Columns.tsx';
import { Differences } from './Differences.tsx';
import { Lines } from './Lines.tsx';
import { Publish } from './Publish.tsx';

export const metadata: Metadata = { title: deskWords.title(directoryWords.import) };

/** One step of a draft. What was said in the steps before is kept; a table that is not understood leads back to 看列. */
export default async function StepPage({ params, searchParams }: PageProps<'/desk/directory/import/[draft]/[step]'>) {
  const { draft: id, step: given } = await params;
  const query = await searchParams;
  const asked = one(query.directory);
  const step = STEPS.find((one) => one === given && one !== 'file') ?? notFound();
  const staff = await requireCityPage(paths.desk.importStep(id, step), 'directory', { directory: asked });
  const desk = await getDesk();
  const state = (await findDraft(desk.store, staff.directory, id, new Date())) ?? notFound();
  const shared = { state, directory: staff.directory, asked };
  const { preview } = state;
  return (
    <>
      <Head state={state} step={step} />
      <Steps current={preview ? step : 'columns'} draft={{ id, step: state.body.step, asked }} />
      {!preview || step === 'columns' ? (
        <Columns {...shared} />
      ) : step === 'lines' ? (
        <Lines
          {...shared}
          preview={preview}
          page={Number(one(query.page)) || 1}
          doubtfulPage={Number(one(query.doubtful)) || 1}
        />
      ) : step === 'differences' ? (
        <Differences {...shared} preview={preview} />
      ) : (
        <Publish
          {...shared}
          preview={preview}
          me={staff.username}
          editors={await countEditors(desk, staff.directory)}
        />
      )}
    </>
  );
}

function Head({ state: { draft, body, editions, file }, step }: { state: DraftState; step: Step }) {
  const { facts } = editions.published.directory;
  const isFirst = editions.heads.length === 0;
  const lines = file.grid.grid.sheets.reduce((sum, sheet) => sum + sheet.lines.length, 0);
  return (
    <div className="head">
      <h1>{words.heading(body.title)}</h1>
      <p>
        {step === 'differences'
          ? isFirst
            ? words.differences.first
            : words.differences.against(facts.title)
          : words.file(draft.fileName ?? words.pasted, lines)}
      </p>
      <p className="exports hint">{words.saved(shortTime(draft.changedAt))}</p>
      {body.returned && (
        <p className="saved">
          {words.publish.returned(body.returned.by, shortTime(body.returned.at), body.returned.reason)}
        </p>
      )}
    </div>
  );
}
