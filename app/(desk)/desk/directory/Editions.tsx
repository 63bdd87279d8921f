import Link from 'next/link';
import type { EditionNote } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import type { ListedDraft } from '#lib/server/editions/drafts.ts';
import type { DirectoryEditions } from '#lib/server/editions/editions.ts';
import { longDate } from '#lib/wording/dates.ts';
import { shortTime } from '#lib/wording/desk.ts';
import { directoryWords as words } from '#lib/wording/editions.ts';
import { ColumnHeads } from '../../parts/ColumnHeads.tsx';
import { DeskForm } from '../../parts/DeskForm.tsx';
import { Submit } from '../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../parts/Outcome.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { STEPS } from './import/Steps.tsx';

type EditionHead = DirectoryEditions['heads'][number];

interface EditionsProps {
  editions: DirectoryEditions;
  drafts: readonly ListedDraft[];
  directory: string;
  /** The directory the address asks for. */
  asked: string | undefined;
}

/** Drafts, the edition in force and those before, the newest first. */
export function Editions({ editions: { published, heads }, drafts, directory, asked }: EditionsProps) {
  return (
    <section className="editions">
      <h2>{words.editions}</h2>
      <Scroll label={words.editions}>
        <table>
          <ColumnHeads texts={Object.values(words.columns)}>
            <td />
          </ColumnHeads>
          <tbody>
            {drafts.map((draft) => (
              <DraftRow key={draft.id} draft={draft} asked={asked} />
            ))}
            {heads.toReversed().map((head) => (
              <EditionRow
                key={head.seq}
                {...{ head, directory, asked }}
                note={published.directory.editions.find(({ id }) => id === head.facts.id) ?? head.facts}
                n={published.edition.n}
                isCurrent={head.seq === published.edition.seq}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function DraftRow({ draft, asked }: { draft: ListedDraft; asked: string | undefined }) {
  const { title, from, step, handedOver } = draft.body;
  const at = shortTime(draft.changedAt);
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{longDate(from)}</td>
      <td />
      <td>{draft.changedBy === null ? words.draftFromFiles(at) : words.draftBy(draft.changedBy, at)}</td>
      <td>
        <span className="tag">{handedOver ? words.states.handedOver : words.states.draft(step)}</span>
      </td>
      <td className="links">
        <Link prefetch={false} href={inDirectory(paths.desk.importStep(draft.id, STEPS[step - 1] ?? 'columns'), asked)}>
          {words.goOn}
        </Link>
      </td>
    </tr>
  );
}

interface EditionRowProps {
  head: EditionHead;
  /** What it says of itself, as readers are told. */
  note: Pick<EditionNote, 'title' | 'effectiveFrom'>;
  directory: string;
  asked: string | undefined;
  /** How often an edition was put in force: a form of a page that has not seen the last time does nothing. */
  n: number;
  isCurrent: boolean;
}

function EditionRow({ head, note, directory, asked, n, isCurrent }: EditionRowProps) {
  const { seq } = head;
  return (
    <tr>
      <th scope="row">{note.title}</th>
      <td>{longDate(note.effectiveFrom)}</td>
      <td>{head.counts && words.rows(head.counts.stations, head.counts.phones)}</td>
      <td>{publisherOf(head)}</td>
      <td>{isCurrent ? <span className="tag current">{words.states.current}</span> : words.states.past}</td>
      <td className="links">
        <a href={inDirectory(paths.desk.editionFile(seq), asked)} download>
          {words.original}
        </a>
        {isCurrent && (
          <DeskForm action="import-begin" of={`again ${seq}`} directory={directory}>
            <input type="hidden" name="again" value={seq} />
            <Submit className="plain">{words.reread}</Submit>
            <Notice />
            <SignInAgain />
          </DeskForm>
        )}
        {!isCurrent && (
          <DeskForm action="put-back" of={String(seq)} directory={directory}>
            <input type="hidden" name="after" value={n} />
            <Submit className="plain">{words.putBack}</Submit>
            <SignInAgain />
          </DeskForm>
        )}
      </td>
    </tr>
  );
}

function publisherOf({ way, by, at, approvedBy }: EditionHead): string {
  const time = shortTime(at);
  if (way === 'files' || by === null) return words.fromFiles(time);
  if (way === 'command') return words.byCommand(by, time);
  return approvedBy === null ? words.byOne(by, time) : words.byTwo(by, approvedBy, time);
}
