import type { Metadata } from 'next';
import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { PHRASE_GROUPS } from '#lib/reports/phrase-groups.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { phrasesMark, readCityPhrases } from '#lib/server/reports/phrases.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { phraseWords as words } from '#lib/wording/phrases.ts';
import { DeskForm } from '../../../parts/DeskForm.tsx';
import { Field, Submit } from '../../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../../parts/Outcome.tsx';
import { one } from '../../flags/query.ts';
import { SettingsTabs } from '../SettingsTabs.tsx';

export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** 常用语 of a city: for each result and each step with words for the reader, a field with one sentence a line. */
export default async function PhrasesPage({ searchParams }: PageProps<'/desk/settings/phrases'>) {
  const asked = one((await searchParams).directory);
  const staff = await requireCityPage(paths.desk.phrases, 'phrases', { directory: asked });
  const { store } = await getDesk();
  const phrases = await readCityPhrases(store, staff.directory);
  return (
    <>
      <p className="position">
        <Link href={inDirectory(paths.desk.reports, asked)}>{deskReportWords.back}</Link>
      </p>
      <div className="head">
        <h1>{words.heading}</h1>
        {staff.role === 'admin' && <SettingsTabs current={paths.desk.phrases} asked={asked} />}
        <p className="lead">{words.lead}</p>
      </div>
      <DeskForm action="set-phrases" directory={staff.directory} className="phrase-fields">
        <p className="hint">{words.hint}</p>
        <Notice isLoud />
        <input type="hidden" name="seen" value={phrasesMark(phrases)} />
        <div>
          {PHRASE_GROUPS.map((group) => (
            <div key={group} className="field">
              <Field name={group} label={words.group(group)} value={(phrases[group] ?? []).join('\n')} rows={4} />
            </div>
          ))}
        </div>
        <SignInAgain />
        <Submit className="main">{words.save}</Submit>
      </DeskForm>
    </>
  );
}
