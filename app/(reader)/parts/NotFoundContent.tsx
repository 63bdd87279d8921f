import { paths } from '#lib/paths.ts';
import { onlyPrinted } from '#lib/server/site.ts';
import type { TextSize } from '#lib/shown/text-size.ts';
import { words } from '#lib/wording/reader.ts';
import { Footer } from './Footer.tsx';
import { HelpBlock } from './HelpBlock.tsx';
import { Mast } from './Masthead.tsx';
import { DistrictCells, SearchForm } from './SearchForm.tsx';

/** A 404 that still helps: search, districts, all stations, and the city line. */
export async function NotFoundContent({ size }: { size: TextSize }) {
  const directory = await onlyPrinted();
  return (
    <div className="page">
      <title>{words.notFound.heading}</title>
      <Mast city={directory?.facts.city ?? ''} home={paths.home} back={paths.home} size={size} />
      <main>
        <div className="find">
          <h1>{words.notFound.heading}</h1>
          <p className="note">{words.notFound.lead}</p>
          {directory && (
            <>
              <SearchForm directory={directory} />
              <DistrictCells directory={directory} heading={words.orByDistrict} />
            </>
          )}
        </div>
        <a className="quiet" href={paths.home}>
          <span>{words.seeAll}</span>
        </a>
        {directory && <HelpBlock directory={directory} reason="after_station" />}
      </main>
      {directory && <Footer directory={directory} />}
    </div>
  );
}
