import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { findDirectory, listDirectories } from '#lib/server/directories.ts';
import { privacyWords } from '#lib/wording/about.ts';
import { words } from '#lib/wording/reader.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { Page } from '../parts/Page.tsx';

/** What is kept about readers, and by whom. */
export default async function PrivacyPage() {
  const [first] = await listDirectories();
  const directory = (first && (await findDirectory(first))) || notFound();
  const { operator } = directory.service;
  return (
    <Page
      directory={directory}
      title={words.pageTitle(privacyWords.heading, directory.facts.city)}
      path={paths.privacy}
    >
      <BackLink directory={directory} />
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
        <p>{operator ? privacyWords.operator.named(operator) : privacyWords.operator.unnamed}</p>
      </div>
    </Page>
  );
}
