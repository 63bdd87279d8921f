import Link from 'next/link';
import { findDivision } from '#lib/directory/landmark.ts';
import type { Divisions, PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import type { DeskPlace } from '#lib/server/desk-places.ts';
import { shortTime } from '#lib/wording/desk.ts';
import { placeDeskWords as words } from '#lib/wording/places.ts';
import { shortDay } from '#lib/wording/reports.ts';
import { ColumnHeads } from '../../parts/ColumnHeads.tsx';
import { DeskForm } from '../../parts/DeskForm.tsx';
import { Submit } from '../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../parts/Outcome.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { UndoButton } from '../flags/[station]/UndoButton.tsx';
import { Pages } from '../flags/Pages.tsx';
import { one, paginate, type Query } from '../flags/query.ts';
import { stationName } from '../flags/words.ts';

interface OpenPlacesProps {
  directory: string;
  query: Query;
  places: readonly DeskPlace[];
}

/** What nobody has dealt with, those that most readers asked for first. */
export function OpenPlaces({ directory, query, places }: OpenPlacesProps) {
  const { rows, page, pages } = paginate(places, one(query.page));
  return (
    <section>
      <h2>
        {words.open} <span className="tally">{places.length}</span>
      </h2>
      {places.length === 0 ? (
        <p className="hint">{words.noneOpen}</p>
      ) : (
        <Scroll label={words.open}>
          <table>
            <ColumnHeads texts={words.columns}>
              <td />
            </ColumnHeads>
            <tbody>
              {rows.map((place) => (
                <OpenPlace key={place.text} place={place} directory={directory} asked={one(query.directory)} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <Pages path={paths.desk.places} query={query} page={page} pages={pages} />
    </section>
  );
}

function OpenPlace({ place, directory, asked }: { place: DeskPlace; directory: string; asked: string | undefined }) {
  const { text, count, firstDay, lastDay } = place;
  return (
    <tr>
      <th scope="row">{text}</th>
      <td className="number">{words.times(count)}</td>
      <td className="number" data-label={words.columns[2]}>
        {shortDay(lastDay)}
      </td>
      <td className="number" data-label={words.columns[3]}>
        {shortDay(firstDay)}
      </td>
      <td>
        <div className="acts">
          <Link href={inDirectory(paths.desk.place(text), asked)} aria-label={words.chooseLabel(text)}>
            {words.choose}
          </Link>
          <DeskForm action="dismiss-place" of={text} directory={directory}>
            <Notice />
            <SignInAgain />
            <Submit className="plain" aria-label={words.dismissLabel(text)}>
              {words.dismiss}
            </Submit>
          </DeskForm>
        </div>
      </td>
    </tr>
  );
}

interface SettledPlacesProps {
  directory: PublishedDirectory;
  divisions: Divisions | null;
  /** The directory the address asks for. */
  asked: string | undefined;
  places: readonly DeskPlace[];
}

/** What became of the others, each to be taken back. */
export function SettledPlaces({ directory, divisions, asked, places }: SettledPlacesProps) {
  if (places.length === 0) return null;
  return (
    <details className="past">
      <summary>{words.settled(places.length)}</summary>
      <Scroll label={words.settled(places.length)}>
        <table>
          <ColumnHeads texts={words.settledColumns}>
            <td />
          </ColumnHeads>
          <tbody>
            {places.map((place) => (
              <SettledPlace key={place.text} {...{ place, directory, divisions, asked }} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

type SettledPlaceProps = { place: DeskPlace } & Omit<SettledPlacesProps, 'places'>;

function SettledPlace({ place, directory, divisions, asked }: SettledPlaceProps) {
  const { text, count, became, dismissed } = place;
  const by = became ?? dismissed;
  const { record, after } = became ?? { record: null, after: null };
  const division = findDivision(divisions, record ?? '');
  const station = directory.stations.find(({ id }) => id === record) ?? null;
  return (
    <tr>
      <th scope="row">{text}</th>
      <td className="number">{words.times(count)}</td>
      <td>
        {division ? (
          words.lies(after ?? '', division.name)
        ) : became ? (
          <Link href={inDirectory(paths.desk.flag(record ?? ''), asked)}>
            {words.became(after ?? '', stationName(station))}
          </Link>
        ) : dismissed ? (
          words.let
        ) : (
          words.found
        )}
      </td>
      <td className="number">{by && `${by.by}，${shortTime(by.at)}`}</td>
      <td>
        <TakeBack place={place} directory={directory.id} />
      </td>
    </tr>
  );
}

function TakeBack({ place: { text, became, dismissed }, directory }: { place: DeskPlace; directory: string }) {
  if (became) {
    const { id, action, record, after } = became;
    const label = action === 'add_landmark' ? words.undoPlaceLabel : words.undoLabel;
    return <UndoButton {...{ directory, id }} record={record ?? ''} label={label(after ?? '')} offered />;
  }
  if (!dismissed) return null;
  return (
    <DeskForm action="restore-place" of={text} directory={directory}>
      <Notice />
      <SignInAgain />
      <Submit aria-label={words.restoreLabel(text)}>{words.restore}</Submit>
    </DeskForm>
  );
}
