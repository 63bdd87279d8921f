import type { ReactNode } from 'react';
import type { Gone, GoneStation } from '#lib/directory/gone.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { GONE } from '#lib/server/front/said-status.ts';
import { goneSentences, numbersNow } from '#lib/shown/gone.ts';
import { goneWords } from '#lib/wording/gone.ts';
import { words } from '#lib/wording/reader.ts';
import { CityLineFirst } from './CityLine.tsx';
import { Page } from './Page.tsx';
import { Phrases } from './Phrases.tsx';
import { DistrictCells, SearchForm } from './SearchForm.tsx';

interface GoneContentProps {
  directory: PublishedDirectory;
  heading: string;
  /** What is gone, in a sentence. */
  what: string;
  gone: Gone;
  path: string;
  /** The city line first: it is what is left. */
  lineFirst?: boolean;
  children?: ReactNode;
}

/** A page of what was once listed and is no longer (410): what is known of it, and how to go on. */
function GoneContent({ directory, heading, what, gone, path, lineFirst = false, children }: GoneContentProps) {
  return (
    <Page directory={directory} title={heading} path={path} noindex>
      <meta {...GONE} />
      <div className="find">
        <h1>{heading}</h1>
        {goneSentences(directory, what, gone).map((parts) => (
          <p className="note" key={parts.join()}>
            <Phrases parts={parts} />
          </p>
        ))}
        {lineFirst && <CityLineFirst directory={directory} />}
        {children}
        <SearchForm directory={directory} />
        <DistrictCells directory={directory} heading={words.orByDistrict} />
      </div>
      <a className="quiet" href={paths.directory(directory.id)}>
        <span>{words.seeAll}</span>
      </a>
    </Page>
  );
}

export function GoneStationContent({ directory, gone }: { directory: PublishedDirectory; gone: GoneStation }) {
  return (
    <GoneContent
      {...{ directory, gone }}
      heading={gone.closedAt === null ? goneWords.heading.station : goneWords.heading.closed}
      lineFirst={gone.closedAt !== null}
      what={goneWords.station(gone.name)}
      path={paths.station(directory.id, gone.id)}
    >
      {numbersNow(directory, gone).map(({ station, said }) => (
        <a className="quiet" key={station} href={paths.station(directory.id, station)}>
          <span>{said}</span>
        </a>
      ))}
    </GoneContent>
  );
}

export function GoneDistrictContent({ directory, gone }: { directory: PublishedDirectory; gone: Gone }) {
  return (
    <GoneContent
      {...{ directory, gone }}
      heading={goneWords.heading.district}
      what={goneWords.district(gone.name ?? gone.id)}
      path={paths.district(directory.id, gone.id)}
    />
  );
}
