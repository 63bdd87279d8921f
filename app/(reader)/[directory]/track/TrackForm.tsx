import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import type { ReportDraft } from '#lib/reports/typed-form.ts';
import { secretSlip } from '#lib/reports/typed-secret.ts';
import { lettersOf } from '#lib/server/ref-letters.ts';
import type { StoredReport } from '#lib/server/reports/office.ts';
import { slipText } from '#lib/wording/code-slip.ts';
import { trackWords } from '#lib/wording/report-pages.ts';
import { Field } from '../../parts/fields.tsx';
import { Phrases } from '../../parts/Phrases.tsx';
import { RememberedReports } from './RememberedReports.tsx';

interface TrackFormProps {
  directory: PublishedDirectory;
  remembered: readonly StoredReport[];
  /** What went wrong last, with what was typed: nothing of it is emptied. */
  notice: ReportDraft['trackNotice'];
}

/** What is wrong with a code that can be none; null where nothing is, or nothing was typed. */
export function slipOf(notice: ReportDraft['trackNotice']): string | null {
  if (notice?.code !== 'slip') return null;
  const slip = secretSlip(notice.secret ?? '');
  return slip && slipText(slip);
}

/** What this phone has at hand, number and code, and what to do where the code is lost. */
export function TrackForm({ directory, remembered, notice }: TrackFormProps) {
  return (
    <>
      <div className="title">
        <h1>{trackWords.heading}</h1>
      </div>
      <RememberedReports directory={directory} remembered={remembered} />
      <form className="ask" method="post" action={paths.trackSend(directory.id)} noValidate data-track="">
        <Field name="ref" label={trackWords.ref} hint={trackWords.refHint(lettersOf(directory))}>
          {(ties) => (
            <input
              type="text"
              autoComplete="off"
              autoCapitalize="characters"
              defaultValue={notice?.typed ?? ''}
              {...ties}
            />
          )}
        </Field>
        <Field name="code" label={trackWords.code} hint={[trackWords.codeHint]} problem={slipOf(notice) ?? undefined}>
          {(ties) => (
            <>
              <p className="fault" hidden data-slip="" suppressHydrationWarning />
              <input type="text" inputMode="numeric" autoComplete="off" defaultValue={notice?.secret ?? ''} {...ties} />
            </>
          )}
        </Field>
        <button className="btn main" type="submit" name="act" value="open">
          {trackWords.open}
        </button>
      </form>
      <Mine />
      <section className="section">
        <h2>{trackWords.lost.heading}</h2>
        <p>
          <Phrases parts={trackWords.lost.text} />
        </p>
      </section>
    </>
  );
}

/** Numbers that the phone itself has kept, without codes. */
function Mine() {
  return (
    <section className="section" hidden data-mine="" suppressHydrationWarning>
      <h2>{trackWords.mine.heading}</h2>
      <p className="note">{trackWords.mine.hint}</p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: empty; the phone's script fills it, and Next's client leaves it alone */}
      <ul dangerouslySetInnerHTML={{ __html: '' }} suppressHydrationWarning />
      <button className="quiet" type="button" data-clear="">
        <span>{trackWords.mine.clear}</span>
      </button>
    </section>
  );
}
