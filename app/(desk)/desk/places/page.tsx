import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Divisions, PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { isOpenPlace, placesForDesk } from '#lib/server/desk-places.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { placeDeskWords as words } from '#lib/wording/places.ts';
import type { Option } from '../../parts/fields.tsx';
import { one } from '../flags/query.ts';
import { stationName } from '../flags/words.ts';
import { AliasForm } from './AliasForm.tsx';
import { OpenPlaces, SettledPlaces } from './Lists.tsx';
import { PlacesSaid } from './Said.tsx';

export const metadata: Metadata = { title: deskWords.title(words.section) };

/** 读者找的地方: what readers searched for in vain and told us, and the form that makes an alias of one. */
export default async function PlacesPage({ searchParams }: PageProps<'/desk/places'>) {
  const query = await searchParams;
  const asked = one(query.directory);
  const staff = await requireCityPage(paths.desk.places, 'places', { directory: asked });
  const { state, divisions, places } = (await placesForDesk(await getDesk(), staff.directory)) ?? notFound();
  const { directory, history } = state;
  const open = places.filter(isOpenPlace);
  const chosen = places.find(({ text }) => text === one(query.of));
  return (
    <>
      <div className="head">
        <h1>{words.section}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="asked">
        <div>
          <PlacesSaid />
          {places.length === 0 ? (
            <p className="hint">{words.none}</p>
          ) : (
            <>
              <OpenPlaces directory={directory.id} query={query} places={open} />
              <SettledPlaces
                directory={directory}
                divisions={divisions}
                asked={asked}
                places={places.filter((place) => !isOpenPlace(place))}
              />
            </>
          )}
        </div>
        {chosen ? (
          <AliasForm
            key={chosen.text}
            text={chosen.text}
            directory={directory.id}
            address={inDirectory(paths.desk.place(chosen.text), asked)}
            seen={history.at(-1)?.seq ?? 0}
            options={[...stationOptions(directory), ...divisionOptions(divisions)]}
            isOpen={isOpenPlace(chosen)}
          />
        ) : (
          open.length > 0 && <p className="hint">{words.form.nothing}</p>
        )}
      </div>
    </>
  );
}

/** Every station under its district; those under none last. */
function stationOptions({ districts, stations }: PublishedDirectory): Option[] {
  const byDistrict = Map.groupBy(stations, ({ district }) => district.value ?? '');
  const groups = [...districts, { id: '', label: words.form.noDistrict }];
  return groups.flatMap(({ id, label }) =>
    (byDistrict.get(id) ?? []).map((station) => ({ value: station.id, text: stationName(station), group: label })),
  );
}

/** Every county-level unit with its streets, for a place of which nobody says which station serves it. */
function divisionOptions(divisions: Divisions | null): Option[] {
  return (divisions?.counties ?? []).flatMap(([county, name]) => {
    const group = words.form.onlyWhere(name);
    const streets = divisions?.streets.filter(([code]) => code.startsWith(county)) ?? [];
    return [
      { value: county, text: words.form.noStreet(name), group },
      ...streets.map(([value, text]) => ({ value, text, group })),
    ];
  });
}
