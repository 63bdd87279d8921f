import Link from 'next/link';
import { groupedRecords } from '#lib/directory/grouped.ts';
import { type NumberEntry, numbersByAge } from '#lib/directory/queue.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { isCallable, isWithheld } from '#lib/directory/standing.ts';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { checkedWords } from '#lib/wording/age.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { ColumnHeads } from '../../parts/ColumnHeads.tsx';
import { Pages } from './Pages.tsx';
import { one, paginate, type Query } from './query.ts';
import { kindWord, staffDigits, stationName } from './words.ts';

const words = deskWords.numbers;

/** Every number, those that nobody has checked first. */
export function Numbers({ directory, query }: { directory: PublishedDirectory; query: Query }) {
  const { rows, page, pages } = paginate(numbersByAge(directory), one(query.page));
  const { station, kind, number, checked, action } = words.columns;
  return (
    <>
      <table className="numbers">
        <ColumnHeads texts={[station, kind, number, checked, action]} />
        <tbody>
          {rows.map((row) => (
            <NumberRow key={row.phone.id} directory={directory} row={row} asked={one(query.directory)} />
          ))}
        </tbody>
      </table>
      <Pages query={query} page={page} pages={pages} />
    </>
  );
}

interface NumberRowProps {
  directory: PublishedDirectory;
  row: NumberEntry;
  asked: string | undefined;
}

function NumberRow({ directory, row: { phone, station, checked }, asked }: NumberRowProps) {
  const { flags } = groupedRecords(directory);
  const own = (flags.get(station.id) ?? []).filter(({ subject }) => subject.phone === phone.id);
  const state = isWithheld(own) ? words.outOfUse : isCallable(phone, own) ? null : words.notCallable;
  const address = `${paths.desk.flag(station.id)}?on=${encodeURIComponent(`number:${phone.id}`)}`;
  return (
    <tr data-row>
      <th scope="row">
        <small>{station.row}</small> {stationName(station)}
      </th>
      <td>{kindWord(phone)}</td>
      <td className="number">
        {staffDigits(phone, directory.facts.country)}
        {state && <span className="tag error">{state}</span>}
      </td>
      <td>{checked ? checkedWords(checked) : words.never}</td>
      <td>
        <Link href={inDirectory(address, asked)} aria-label={`${words.check}${stationName(station)}${kindWord(phone)}`}>
          {words.check}
        </Link>
      </td>
    </tr>
  );
}
