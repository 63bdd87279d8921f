import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import type { Service } from '#lib/reports/service.ts';
import { type CityService, listServices } from '#lib/server/services.ts';
import { onlyDirectory } from '#lib/server/site.ts';
import { privacyWords } from '#lib/wording/about.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { Masthead } from '../parts/Masthead.tsx';
import { Page } from '../parts/Page.tsx';

/** What is kept about readers, and by whom: one page for all directories. */
export default async function PrivacyPage() {
  const only = await onlyDirectory();
  if (only)
    return (
      <Page directory={only} title={privacyWords.heading} path={paths.privacy}>
        <BackLink directory={only} />
        <PrivacyText operators={[operatorOf(only.service)]} />
      </Page>
    );
  const services = await listServices();
  return services.length === 0 ? notFound() : <ForAllCities services={services} />;
}

/** Where there are several cities, none of them lends its name or its city line. */
function ForAllCities({ services }: { services: CityService[] }) {
  return (
    <div className="page">
      <title>{privacyWords.heading}</title>
      <Masthead city="" home={paths.home} back={paths.privacy} />
      <main>
        <PrivacyText
          operators={services.map(({ city, service }) => privacyWords.operator.ofCity(city, operatorOf(service)))}
        />
      </main>
    </div>
  );
}

function operatorOf({ operator }: Service): string {
  return operator ? privacyWords.operator.named(operator) : privacyWords.operator.unnamed;
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
