import Link from 'next/link';
import { proposalKey } from '#lib/directory/editions/matching.ts';
import { flagsByPhone, isCallable } from '#lib/directory/standing.ts';
import type { DraftState } from '#lib/server/editions/drafts.ts';
import type { Preview } from '#lib/server/editions/preview.ts';
import { showable } from '#lib/text/text.ts';
import { longDate } from '#lib/wording/dates.ts';
import { importWords } from '#lib/wording/editions.ts';
import { ReaderRow } from '../../../../flags/ReaderRow.tsx';
import { checksOf, entriesOf } from './DifferenceCounts.tsx';
import { HandOver } from './HandOver.tsx';
import { countLines } from './listed-lines.ts';
import { namesOf, saidText } from './Pairs.tsx';
import { type StepProps, stepAddress } from './step.ts';

const words = importWords.publish;

interface PublishProps extends StepProps {
  preview: Preview;
  /** Who looks at it. */
  me: string;
  /** How many may decide. */
  editors: number;
}

/** 发布: what it comes to, what readers will see, and who publishes. */
export function Publish({ preview, ...props }: PublishProps) {
  const { state } = props;
  const { directory } = state.editions.published;
  const [example] = preview.differences.changed.filter(({ after }) => after !== null);
  const shown = { ...directory, ...preview.shown, facts: preview.facts };
  const station = shown.stations.find(({ id }) => id === example?.station);
  return (
    <div className="entry publish">
      <div>
        <section>
          <h2>{words.heading}</h2>
          <dl className="summary-list">
            {rowsOf(props, preview).map(([term, text]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
        {station && (
          <section className="readers">
            <h2>
              {words.readers} <small>{words.readersLead}</small>
            </h2>
            <ReaderRow directory={shown} station={station} />
          </section>
        )}
        <section>
          <h2>{words.after}</h2>
          {words.afterText.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
        <p className="buttons">
          <Link prefetch={false} className="button" href={stepAddress(state.draft.id, 'differences', props.asked)}>
            {importWords.back}
          </Link>
        </p>
      </div>
      <HandOver {...props} open={preview.open.length} />
    </div>
  );
}

function rowsOf({ state }: StepProps, preview: Preview): [string, string][] {
  const { rows } = words;
  const { body } = state;
  const { all, records, sections, asides } = countLines(preview);
  const flagsOf = flagsByPhone(preview.shown.flags);
  const barred = preview.shown.phones.filter((phone) => !isCallable(phone, flagsOf(phone))).length;
  const checks = checksOf(state, preview);
  return [
    [rows.title, showable(body.title)],
    [rows.from, longDate(body.from)],
    [rows.lines, importWords.lines.count(all, records, sections, asides)],
    [rows.differences, differencesOf(preview)],
    [rows.numbers, words.numbers(preview.shown.phones.length, barred)],
    [rows.checked, checks.all === 0 ? words.none : words.checked(checks.kept, checks.changed, checks.gone)],
    [rows.flags, entriesOf(preview.shown)],
    [rows.decided, decidedOf(state, preview)],
  ];
}

function differencesOf({ differences }: Preview): string {
  const { sections } = importWords.differences;
  const counts = (['renamed', 'changed', 'moved', 'added', 'gone', 'kept'] as const).flatMap((what) =>
    differences[what].length > 0 ? [words.count(sections[what], differences[what].length)] : [],
  );
  return [words.count(sections.same, differences.same), ...counts].join('，');
}

function decidedOf({ body }: DraftState, { matched }: Preview): string {
  const said = matched.proposals.map(
    (proposal) => `${namesOf(proposal)}：${saidText(proposal, body.answers[proposalKey(proposal)] ?? false)}`,
  );
  return said.join('；') || words.none;
}
