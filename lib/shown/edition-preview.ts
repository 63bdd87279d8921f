import type { Decision } from '../directory/decision.ts';
import type { Differences, ListedStation } from '../directory/editions/differences.ts';
import type { Proposal } from '../directory/editions/matching.ts';
import { effectOf } from '../directory/flags.ts';
import type { DirectoryTables, Edition, Phone, SetAside } from '../directory/records.ts';
import { showable } from '../text/text.ts';
import { editionCommandWords, proposalText, whyText } from '../wording/editions.ts';

/** A preview as it is shown: what a new edition would make of a directory. */
interface Previewed {
  facts: Edition;
  tables: DirectoryTables;
  differences: Differences;
  matched: { proposals: Proposal[] };
  open: Proposal[];
  lapsed: Decision[];
  outOfUse: Phone[];
}

/** What `npm run -s edition -- preview FILE --json` prints. */
export interface PreviewJson extends Differences {
  edition: Pick<
    Edition,
    'id' | 'directory' | 'title' | 'effectiveFrom' | 'areaCode' | 'sha256' | 'mediaType' | 'encoding'
  >;
  /** Every match that a person has to decide; until then `renamed`, `moved` and `changed` take it for the same. */
  proposals: Proposal[];
  setAside: SetAside[];
  /** Decisions that would hold no longer; `was`: what was printed when they were made. */
  lapsed: { station: string | null; phone: string | null; decision: LapsedDecision; was: string | null }[];
  /** Rows of which it is not clear what they are. */
  unclear: { station: string | null; row: number | null; evidence: string[] }[];
  /** Numbers that staff took out of use and that are printed again: they stay out of use. */
  outOfUse: { station: string; phone: string; printed: string }[];
}
type LapsedDecision = Pick<Decision, 'id' | 'action' | 'how' | 'at' | 'by'>;

export function presentPreview({ facts, tables, differences, matched, lapsed, outOfUse }: Previewed): PreviewJson {
  const { id, directory, title, effectiveFrom, areaCode, sha256, mediaType, encoding } = facts;
  return {
    edition: { id, directory, title, effectiveFrom, areaCode, sha256, mediaType, encoding },
    ...differences,
    proposals: matched.proposals,
    setAside: tables.setAside,
    lapsed: lapsed.map(({ record, phone, printed, id: decision, action, how, at, by }) => ({
      ...{ station: record, phone, was: printed },
      decision: { id: decision, action, how, at, by },
    })),
    unclear: unclearIn(tables, facts.id).map(({ subject, row, evidence }) => ({
      station: subject.record,
      row,
      evidence,
    })),
    outOfUse: outOfUse.map(({ station, id: phone, printed }) => ({ station, phone, printed })),
  };
}

/** Rows of this edition that somebody should say something about. */
const unclearIn = ({ flags }: DirectoryTables, edition: string) =>
  flags.filter(({ code, cells }) => effectOf(code).asksWhatRowIs && cells.every((cell) => cell.edition === edition));

/** The same for people, in a terminal. */
export function formatPreview(preview: Previewed): string {
  const { facts, tables, differences, open, lapsed, outOfUse } = preview;
  const { preview: words } = editionCommandWords;
  const named = ({ name, district, numbers }: ListedStation) =>
    [district, name ?? words.unnamed, ...numbers].filter((text) => text !== null).join(' ');
  const changes = (list: readonly { before: string | null; after: string | null }[]) =>
    list.map(({ before, after }) => `${before ?? words.none} → ${after ?? words.none}`);
  const numbers = differences.changed.map(
    ({ name, before, after }) => `${name ?? words.unnamed} ${before ?? words.none} → ${after ?? words.none}`,
  );
  const stations = new Map(tables.stations.map(({ id, name }) => [id, name.printed ?? words.unnamed]));
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${title}（${lines.length}）`, ...lines.map((line) => `  ${showable(line)}`)];
  return `${[
    words.head(facts.title, facts.effectiveFrom, tables.stations.length),
    ...list(
      words.toDecide,
      open.map((one) => `${proposalText(one)}（${whyText(one.why)}）`),
    ),
    ...list(words.names.added, differences.added.map(named)),
    ...list(words.names.gone, differences.gone.map(named)),
    ...list(words.names.renamed, changes(differences.renamed)),
    ...list(words.names.moved, changes(differences.moved)),
    ...list(words.names.changed, numbers),
    `${words.names.same}（${differences.same}）`,
    ...list(
      words.lapsed,
      lapsed.map(({ record, printed, at }) => `${record ?? ''} ${printed ?? ''} ${at.slice(0, 10)}`),
    ),
    ...list(
      words.unclear,
      unclearIn(tables, facts.id).map(({ evidence }) => evidence[0] ?? ''),
    ),
    ...list(
      words.barred,
      tables.flags
        .filter(({ severity, subject }) => severity === 'error' && subject.phone !== null)
        .map(({ subject, printed }) => `${stations.get(subject.record ?? '') ?? ''} ${printed ?? ''}`),
    ),
    ...list(
      words.outOfUse,
      outOfUse.map(({ station, printed }) => `${stations.get(station) ?? station} ${printed}`),
    ),
    ...list(
      words.setAside,
      tables.setAside.map(({ line, cells }) => `${line} ${cells.join(' ').trim()}`),
    ),
    words.nothingWritten,
  ].join('\n')}\n`;
}
