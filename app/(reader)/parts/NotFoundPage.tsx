import { paths } from '#lib/paths.ts';
import { onlyDirectory } from '#lib/server/site.ts';
import { words } from '#lib/wording/reader.ts';
import { Document } from './Document.tsx';
import { Footer } from './Footer.tsx';
import { HelpBlock } from './HelpBlock.tsx';
import { Mast } from './Masthead.tsx';
import { DistrictCells, SearchForm } from './SearchForm.tsx';

/** A 404 that still helps: search, districts, all stations, and the city line. */
export async function NotFoundPage() {
  const directory = await onlyDirectory();
  return (
    <Document size="100">
      <title>{words.notFound.heading}</title>
      <meta name="robots" content="noindex" />
      <div className="page">
        <Mast city={directory?.facts.city ?? ''} home={paths.home} back={paths.home} size="100" />
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
    </Document>
  );
}
