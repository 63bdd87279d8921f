import { deskWords } from '#lib/wording/desk.ts';
import { Choice, Field } from '../../parts/fields.tsx';
import { roleField } from './fields.ts';

const words = deskWords.people;
const ROLES = [['', words.noPost], ...Object.entries(deskWords.role)].map(([value = '', text = '']) => ({
  value,
  text,
}));
/** So many stations are seen without opening the whole list, the ticked ones first. */
const SEEN = 6;

/** A city with its stations, for ticking. */
export interface City {
  id: string;
  name: string;
  stations: readonly { id: string; name: string }[];
  /** Names of stations by their ids, also of those that are gone. */
  former: ReadonlyMap<string, string | null>;
}

interface CityFieldsProps {
  city: City;
  /** Its name goes without saying. */
  isOnly: boolean;
  role: string;
  /** The ids of those that are ticked. */
  stations: readonly string[];
}

/** What somebody does in a city, and, for an agent, for which stations. */
export function CityFields({ city, isOnly, role, stations }: CityFieldsProps) {
  const isTicked = ({ id }: { id: string }) => stations.includes(id);
  const sorted = [...city.stations.filter(isTicked), ...city.stations.filter((station) => !isTicked(station))];
  const seen = Math.max(SEEN, stations.length);
  return (
    <fieldset className="post" aria-label={city.name}>
      <Field
        id={roleField(city.id)}
        name={roleField(city.id)}
        label={isOnly ? words.role : city.name}
        value={role}
        options={ROLES}
      />
      <div className="agent-only">
        <p>
          <b>{words.stations}</b> <small>{words.ticked(stations.length)}</small>
        </p>
        <Ticks city={city.id} stations={sorted.slice(0, seen)} ticked={stations} />
        {sorted.length > seen && (
          <details>
            <summary>{words.allStations(sorted.length)}</summary>
            <Ticks city={city.id} stations={sorted.slice(seen)} ticked={stations} />
          </details>
        )}
      </div>
    </fieldset>
  );
}

function Ticks({ city, stations, ticked }: { city: string; stations: City['stations']; ticked: readonly string[] }) {
  return (
    <div className="stations">
      {stations.map(({ id, name }) => (
        <Choice
          key={id}
          type="checkbox"
          name="station"
          value={`${city}/${id}`}
          chosen={ticked.includes(id)}
          text={name}
        />
      ))}
    </div>
  );
}
