import type { ReactNode } from 'react';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { publicOrigin } from '#lib/server/site.ts';
import { isAllAsPrinted } from '#lib/shown/age.ts';
import { words } from '#lib/wording/reader.ts';
import { Footer } from './Footer.tsx';
import { HelpBlock, type HelpReason } from './HelpBlock.tsx';
import { Masthead } from './Masthead.tsx';

interface PageProps {
  directory: PublishedDirectory;
  /** What the page is called; the city is put behind it. */
  title: string;
  /** The title says the city by itself. */
  namesCity?: boolean;
  /** The page's one address, for canonical, og:url and the way back from the text size. */
  path: string;
  /** Where the text size leads back to, when the address carries more than the path (a query). */
  here?: string;
  help?: HelpReason;
  /** The station a report would be about; false where the help block needs no link to the form. */
  report?: string | false | undefined;
  /** What the page is about, for those who are sent its address; the directory where nothing is said. */
  about?: string | undefined;
  /** What stands below the help block, because it is long. */
  list?: ReactNode;
  wide?: boolean;
  noindex?: boolean;
  /** What the office says, directly under the masthead. */
  notice?: ReactNode;
  children: ReactNode;
}

/** Masthead, content, city line and footer: the same on every page of a directory. */
export function Page({ directory, title, namesCity, path, here, help, report, wide, noindex, ...parts }: PageProps) {
  const origin = publicOrigin() ?? '';
  const { city } = directory.facts;
  const whole = namesCity ? title : words.pageTitle(title, city);
  const named = directory.stations.filter((one) => one.name.value).length;
  const about = parts.about ?? words.description(city, named);
  return (
    <div
      className={wide ? 'page wide' : 'page'}
      data-version={directory.version}
      data-directory={directory.id}
      data-printed={isAllAsPrinted(directory) ? directory.facts.printedAbout : undefined}
    >
      <title>{whole}</title>
      <meta name="description" content={about} />
      {noindex ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={origin + path} />}
      <meta property="og:title" content={whole} />
      <meta property="og:description" content={about} />
      <meta property="og:type" content="website" />
      <meta property="og:locale" content="zh_CN" />
      <meta property="og:url" content={origin + path} />
      <meta property="og:image" content={`${origin}/icon-512.png`} />
      <Masthead city={city} home={paths.directory(directory.id)} back={here ?? path} />
      {parts.notice}
      <main>
        {parts.children}
        <HelpBlock directory={directory} reason={help ?? 'after_station'} report={report} />
        {parts.list}
      </main>
      <Footer directory={directory} />
    </div>
  );
}
