import { TableGroup, transact } from './engine.ts';
import { pack, unpack } from './packed.ts';
import type { EditionDraftRow } from './schema.ts';

/** A new edition that somebody is bringing in. `version` counts its changes; `edition` is what it became. */
export interface EditionDraft {
  id: string;
  directory: string;
  version: number;
  /** Whose it is; null where it came with the city's folder. */
  by: string | null;
  at: string;
  changedBy: string | null;
  changedAt: string;
  fileName: string | null;
  sha256: string;
  /** Everything that was said of it; JSON. */
  body: unknown;
  edition: number | null;
}

type NewDraft = Pick<EditionDraft, 'id' | 'directory' | 'by' | 'at' | 'fileName' | 'sha256' | 'body'>;
type Head = Omit<EditionDraftRow, 'bytes'>;

const HEAD = [
  ...(['id', 'directory', 'version', 'by', 'at', 'changed_by', 'changed_at'] as const),
  ...(['file_name', 'sha256', 'body', 'edition', 'dropped'] as const),
] as const;

const draftOf = ({ changed_by, changed_at, file_name, body, dropped: _, ...row }: Head): EditionDraft => ({
  ...row,
  ...{ changedBy: changed_by, changedAt: changed_at, fileName: file_name, body: JSON.parse(body) },
});

/** Drafts of editions, with their files. What was dropped or published is kept, and no draft any more. */
export class EditionDraftStore extends TableGroup {
  /** Those that are neither published nor dropped, newest first. */
  async list(directory: string): Promise<EditionDraft[]> {
    const open = this.#heads(directory).where('edition', 'is', null).where('dropped', '=', 0);
    return (await open.orderBy('at', 'desc').orderBy('id').execute()).map(draftOf);
  }

  #heads(directory: string) {
    return this.db.selectFrom('edition_draft').select(HEAD).where('directory', '=', directory);
  }

  /** Also one that was published; none that was dropped. */
  async find(directory: string, id: string): Promise<EditionDraft | null> {
    const row = await this.#heads(directory).where('id', '=', id).where('dropped', '=', 0).executeTakeFirst();
    return row ? draftOf(row) : null;
  }

  /** Whether a file was ever brought in as a draft, whatever became of it. */
  async knows(directory: string, sha256: string): Promise<boolean> {
    return (await this.#heads(directory).where('sha256', '=', sha256).limit(1).execute()).length > 0;
  }

  async bytes(directory: string, id: string): Promise<Buffer | null> {
    const own = this.db.selectFrom('edition_draft').select('bytes').where('directory', '=', directory);
    const row = await own.where('id', '=', id).executeTakeFirst();
    return row ? unpack(row.bytes) : null;
  }

  async add(draft: NewDraft, bytes: Uint8Array): Promise<void> {
    if (!(await this.addOnce(draft, bytes))) throw new Error(`There is a draft ${draft.id} already.`);
  }

  /** False, and nothing is changed, where one with this id was ever there. */
  async addOnce(draft: NewDraft, bytes: Uint8Array): Promise<boolean> {
    const { id, directory, by, at, fileName, sha256, body } = draft;
    const row = { id, directory, version: 1, by, at, changed_by: by, changed_at: at, file_name: fileName, sha256 };
    const packed = await pack(bytes);
    const added = await this.db
      .insertInto('edition_draft')
      .values({ ...row, body: JSON.stringify(body), bytes: packed, edition: null, dropped: 0 })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    return Number(added.numInsertedOrUpdatedRows) > 0;
  }

  /** False, and nothing is changed, where somebody has changed it since that version, or it is no draft any more. */
  change(
    { directory, id, version }: Pick<EditionDraft, 'directory' | 'id' | 'version'>,
    { body, by, at, dropped = false }: { body: unknown; by: string; at: string; dropped?: boolean },
  ): Promise<boolean> {
    return transact(this.db, async (transaction) => {
      const result = await transaction
        .updateTable('edition_draft')
        .set({
          body: JSON.stringify(body),
          changed_by: by,
          changed_at: at,
          version: version + 1,
          dropped: dropped ? 1 : 0,
        })
        .where('directory', '=', directory)
        .where('id', '=', id)
        .where('version', '=', version)
        .where('edition', 'is', null)
        .where('dropped', '=', 0)
        .executeTakeFirst();
      return Number(result.numUpdatedRows) > 0;
    });
  }
}
