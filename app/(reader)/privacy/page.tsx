import { notFound } from 'next/navigation';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { privacyWords } from '#lib/wording/about.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { everyDirectory } from '../parts/find-directory.ts';
import { Masthead } from '../parts/Masthead.tsx';
import { Page } from '../parts/Page.tsx';

/** What is kept about readers, and by whom: one page for all directories. */
export default async function PrivacyPage() {
  const directories = await everyDirectory();
  const [first, ...others] = directories;
  if (!first) notFound();
  if (others.length > 0) return <ForAllCities directories={directories} />;
  return (
    <Page directory={first} title={privacyWords.heading} path={paths.privacy}>
      <BackLink directory={first} />
      <PrivacyText operators={[operatorOf(first)]} />
    </Page>
  );
}

/** Where there are several cities, none of them lends its name or its city line. */
function ForAllCities({ directories }: { directories: PublishedDirectory[] }) {
  return (
    <div className="page">
      <title>{privacyWords.heading}</title>
      <Masthead city="" home={paths.home} back={paths.privacy} />
      <main>
        <PrivacyText
          operators={directories.map((directory) =>
            privacyWords.operator.ofCity(directory.facts.city, operatorOf(directory)),
          )}
        />
      </main>
    </div>
  );
}

function operatorOf({ service }: PublishedDirectory): string {
  return service.operator ? privacyWords.operator.named(service.operator) : privacyWords.operator.unnamed;
}

function PrivacyText({ operators }: { operators: string[] }) {
  return (
    <>
      <div className="title">
        <h1>{privacyWords.heading}</h1>
      </div>
      <div className="prose">
        <p className="remark">{privacyWords.lead}</p>
        {privacyWords.sections.map((section) => (
          <section key={section.heading}>
            <h2>{section.heading}</h2>
            {section.text.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </section>
        ))}
        <h2>{privacyWords.operator.heading}</h2>
        {operators.map((operator) => (
          <p key={operator}>{operator}</p>
        ))}
      </div>
    </>
  );
}
