import type { Metadata } from 'next';
import { paths } from '#lib/paths.ts';
import { AUDIT_KINDS } from '#lib/reports/audit-kinds.ts';
import { type AuditEntry, type AuditPage, readAuditFilter, readAuditPage } from '#lib/server/audit-list.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findSignedIn, requireCityPage } from '#lib/server/session.ts';
import { auditWords as words } from '#lib/wording/audit.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';
import { ColumnHeads } from '../../../parts/ColumnHeads.tsx';
import { DirectoryField } from '../../../parts/DirectoryField.tsx';
import { Scroll } from '../../../parts/Scroll.tsx';
import { Pages } from '../../flags/Pages.tsx';
import { one, withQuery } from '../../flags/query.ts';
import { SettingsTabs } from '../SettingsTabs.tsx';
import { entryWords } from './entry-words.ts';

export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** What an admin looks back at, of their city. */
export default async function AuditListPage({ searchParams }: PageProps<'/desk/settings/audit'>) {
  const query = await searchParams;
  const asked = one(query.directory);
  const staff = await requireCityPage(paths.desk.audit, 'audit', { directory: asked });
  const filter = readAuditFilter({ kind: one(query.kind), by: one(query.by) });
  const isOwner = (await findSignedIn())?.isOwner ?? false;
  const wanted = { filter, page: Number.parseInt(one(query.page) ?? '1', 10) || 1 };
  const { store } = await getDesk();
  const list = await readAuditPage(store, staff, isOwner, wanted);
  return (
    <>
      <div className="head">
        <h1>{words.heading}</h1>
        <SettingsTabs current={paths.desk.audit} asked={asked} />
        <p className="lead">{words.lead}</p>
        <p className="exports">
          <a
            className="button"
            href={withQuery({ ...query, directory: staff.directory }, {}, paths.desk.auditCsv)}
            download
          >
            {words.csv}
          </a>
        </p>
      </div>
      <AuditFilterForm list={list} asked={asked} />
      <p className="hint">{words.count(list.rows)}</p>
      {list.entries.length === 0 ? <p>{words.none}</p> : <Entries entries={list.entries} />}
      <Pages path={paths.desk.audit} query={query} page={list.page} pages={list.pages} />
    </>
  );
}

function AuditFilterForm({ list, asked }: { list: AuditPage; asked: string | undefined }) {
  const { kind, by } = list.filter;
  return (
    <form className="audit-filter" action={paths.desk.audit} aria-label={words.filter}>
      <DirectoryField asked={asked} />
      <label>
        {words.kind}
        <select name="kind" defaultValue={kind ?? ''} key={kind}>
          <option value="">{deskWords.queue.all}</option>
          {AUDIT_KINDS.map((one) => (
            <option key={one} value={one}>
              {words.kinds[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.person}
        <select name="by" defaultValue={by ?? ''} key={by}>
          <option value="">{words.everybody}</option>
          {list.people.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{words.submit}</button>
    </form>
  );
}

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <Scroll label={words.heading}>
      <table className="audit">
        <ColumnHeads texts={words.columns} />
        <tbody>
          {entries.map((entry) => {
            const { by, what, more } = entryWords(entry);
            return (
              <tr key={entry.id}>
                <td>{shortTime(entry.at)}</td>
                <th scope="row">{by}</th>
                <td>{what}</td>
                <td>{entry.kind === 'unmask' ? (entry.looked ?? words.erased) : more}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
