import { effectOf } from '#lib/directory/flags.ts';
import type { Flag, PublishedDirectory, Station } from '#lib/directory/records.ts';
import { reviewStatus } from '#lib/directory/standing.ts';
import { type CandidateGroup, candidatesFor } from '#lib/shown/digit-candidates.ts';
import { viewStation } from '#lib/shown/present.ts';
import { spacedDigits } from '#lib/shown/spaced-digits.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { flagTitle } from '#lib/wording/flags.ts';
import { ColumnHeads } from '../../../parts/ColumnHeads.tsx';
import { flagRule, kindWord, stationName } from '../words.ts';

const words = deskWords.entry;

interface WhyProps {
  directory: PublishedDirectory;
  flags: readonly Flag[];
  station: Station | null;
}

/** Each flag with its evidence and its rule; for a mobile that is a digit short, how many numbers it may be. */
export function Why({ directory, flags, station }: WhyProps) {
  const short = flags.find((flag) => effectOf(flag.code).lacksDigits && reviewStatus(flag) === 'open');
  return (
    <>
      <section>
        <h2>{words.why}</h2>
        {flags.length === 0 && <p>{station === null ? words.nothingOfEdition : words.nothing}</p>}
        {flags.map((flag) => (
          <div key={flag.id} className="why">
            {flags.length > 1 && <h3>{flagTitle(flag)}</h3>}
            <p>{evidenceOf(flag).join('')}</p>
            <p className="hint">
              {words.rule}
              {flagRule(flag)}
            </p>
          </div>
        ))}
      </section>
      {short?.printed && station && <Candidates directory={directory} printed={short.printed} station={station} />}
    </>
  );
}

/** For a short mobile the counts stand in a table of their own, so only what is seen in print is said here. */
const evidenceOf = ({ code, evidence }: Flag): string[] =>
  effectOf(code).lacksDigits ? evidence.slice(0, 2) : evidence;

type CandidatesProps = Pick<WhyProps, 'directory'> & { printed: string; station: Station };

function Candidates({ directory, printed, station }: CandidatesProps) {
  const found = candidatesFor(printed, directory);
  if (!found) return null;
  const { candidates } = words;
  const { country } = directory.facts;
  const other = viewStation(directory, station).phones.find(({ tel }) => tel !== null);
  return (
    <section>
      <h2>{words.whichDigit}</h2>
      <table className="candidates">
        <ColumnHeads texts={candidates.columns} />
        <tbody>
          {found.block && (
            <Group
              label={candidates.inBlock(found.block)}
              patterns={found.patterns}
              group={found.inBlock}
              country={country}
            />
          )}
          <Group
            label={found.block ? candidates.elsewhere(found.block) : candidates.anywhere}
            group={found.elsewhere}
            country={country}
          />
        </tbody>
      </table>
      <p>
        <b>{candidates.advice}</b>
        {candidates.all(found.all)}
        {other ? candidates.ask(kindWord(other.phone), other.digits) : candidates.end}
      </p>
    </section>
  );
}

interface GroupProps {
  label: string;
  patterns?: string[];
  group: CandidateGroup;
  country: string;
}

function Group({ label, patterns = [], group, country }: GroupProps) {
  const { candidates } = words;
  const whose = group.taken.map(
    ({ e164, owner }) =>
      `${spacedDigits(e164, country)}，${owner.station ?? stationName(null)}（${deskWords.queue.rowLabel(owner.row)}）`,
  );
  return (
    <tr>
      <th scope="row">
        {label}
        {patterns.length > 0 && <span className="patterns">{patterns.join('　')}</span>}
      </th>
      <td className="number">{candidates.count(group.count)}</td>
      <td>{whose.length > 0 ? candidates.taken(whose.length, whose.join('；')) : candidates.none}</td>
    </tr>
  );
}
