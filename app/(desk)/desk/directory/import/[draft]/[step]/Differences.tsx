import type { ListedStation } from '#lib/directory/editions/differences.ts';
import type { Preview } from '#lib/server/editions/preview.ts';
import { showable } from '#lib/text/text.ts';
import { importWords } from '#lib/wording/editions.ts';
import { Submit } from '../../../../../parts/fields.tsx';
import { ChangedNumbers } from './ChangedNumbers.tsx';
import { DifferenceCounts } from './DifferenceCounts.tsx';
import { Pairs } from './Pairs.tsx';
import { Group, StationLine } from './parts.tsx';
import { Foot, StepForm } from './StepForm.tsx';
import type { StepProps } from './step.ts';

const words = importWords.differences;

/** 看不同: what a person has to decide first, then what the new edition prints otherwise. Nothing is decided for anybody. */
export function Differences({ preview, ...props }: StepProps & { preview: Preview }) {
  const { differences, open, matched, outOfUse, tables } = preview;
  const others = differing(preview);
  const same = tables.stations.filter(({ id }) => !others.has(id));
  const names = new Map(tables.stations.map(({ id, name }) => [id, name.printed ?? words.unnamed]));
  return (
    <StepForm action="import-match" {...props}>
      <div className="entry">
        <div>
          {matched.proposals.length > 0 && <Pairs proposals={matched.proposals} answers={props.state.body.answers} />}
          <ChangedNumbers preview={preview} />
          <Group title={words.sections.added} count={differences.added.length}>
            {differences.added.map((station) => (
              <StationLine key={station.id} station={station} />
            ))}
          </Group>
          <Gone gone={differences.gone} kept={differences.kept} />
          <Group title={words.sections.renamed} count={differences.renamed.length}>
            {differences.renamed.map(({ station, before, after }) => (
              <p key={station} className="difference">
                <b>{showable(after ?? words.unnamed)}</b>
                <span>{words.formerly(showable(before ?? words.unnamed))}</span>
                <small>{words.stillFound}</small>
              </p>
            ))}
          </Group>
          <Group title={words.sections.moved} count={differences.moved.length}>
            {differences.moved.map(({ station, before, after }) => (
              <p key={station} className="difference">
                <b>{showable(names.get(station) ?? words.unnamed)}</b>
                <span>
                  {showable(before ?? words.noDistrict)} → <b>{showable(after ?? words.noDistrict)}</b>
                </span>
              </p>
            ))}
          </Group>
          <Group title={words.sections.outOfUse} count={outOfUse.length}>
            {outOfUse.map(({ id, station, printed }) => (
              <p key={id} className="difference">
                <b>{showable(names.get(station) ?? words.unnamed)}</b>
                <span>{showable(printed)}</span>
                <small>{words.staysOut}</small>
              </p>
            ))}
          </Group>
          <details className="fold">
            <summary>
              <b>{words.sections.same}</b> <span className="ring">{differences.same}</span>{' '}
              <span>{importWords.lines.open}</span>
            </summary>
            <p className="names">{same.map(({ name }) => showable(name.printed ?? words.unnamed)).join('　')}</p>
          </details>
        </div>
        <DifferenceCounts preview={preview} state={props.state} />
      </div>
      <Foot {...props} back="lines" said={open.length > 0 ? words.left(open.length) : words.ready}>
        <Submit name="say" value="next" className="strong" disabled={open.length > 0}>
          {importWords.next('publish')}
        </Submit>
      </Foot>
    </StepForm>
  );
}

/** The ids of stations that are not printed as before. */
function differing({ differences }: Preview): ReadonlySet<string> {
  const { added, kept, renamed, moved, changed } = differences;
  return new Set([
    ...[...added, ...kept].map(({ id }) => id),
    ...[...renamed, ...moved, ...changed].map(({ station }) => station),
  ]);
}

/** Stations that are printed no longer: dropped, unless somebody says that they were left out by mistake. */
function Gone({ gone, kept }: { gone: readonly ListedStation[]; kept: readonly ListedStation[] }) {
  const all = [
    ...gone.map((station) => ({ station, isKept: false })),
    ...kept.map((station) => ({ station, isKept: true })),
  ];
  return (
    <Group title={words.sections.gone} count={all.length}>
      {all.map(({ station, isKept }) => (
        <StationLine key={station.id} station={station}>
          <span className="switch">
            <Submit name="say" value={`drop ${station.id}`} aria-pressed={!isKept}>
              {words.drop}
            </Submit>
            <Submit name="say" value={`keep ${station.id}`} aria-pressed={isKept}>
              {words.keep}
            </Submit>
          </span>
        </StationLine>
      ))}
    </Group>
  );
}
