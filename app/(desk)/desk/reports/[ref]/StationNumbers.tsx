import type { PublishedDirectory } from '#lib/directory/records.ts';
import { viewStation } from '#lib/shown/present.ts';
import { rowOf } from '#lib/shown/row.ts';
import { spacedAge } from '#lib/wording/age.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';

/** The station's numbers as readers see them. */
export function StationNumbers({ directory, station: id }: { directory: PublishedDirectory; station: string | null }) {
  const station = directory.stations.find((one) => one.id === id);
  if (!station) return null;
  const row = rowOf(directory, viewStation(directory, station));
  return (
    <section>
      <h2>{station.name.value ? deskReportWords.station(station.name.value) : deskReportWords.unnamed}</h2>
      <p>
        {row.phones.map((phone) => (
          <span key={phone.kind + phone.digits} className="phone">
            {phone.kind} {phone.tel ? <a href={phone.tel}>{phone.digits}</a> : (phone.problem ?? phone.digits)}{' '}
          </span>
        ))}
        {row.age && <small>{spacedAge(row.age)}</small>}
      </p>
    </section>
  );
}
