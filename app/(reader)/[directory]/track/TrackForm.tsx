import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { lettersOf } from '#lib/server/ref-letters.ts';
import { trackWords } from '#lib/wording/report-pages.ts';
import { Field } from '../../parts/fields.tsx';
import { Phrases } from '../../parts/Phrases.tsx';

/** Number and code. The code is never given back, not even after an error. */
export function TrackForm({ directory, reference }: { directory: PublishedDirectory; reference: string }) {
  return (
    <>
      <div className="title">
        <h1>{trackWords.heading}</h1>
        <p className="note">
          <Phrases parts={trackWords.lead} />
        </p>
      </div>
      <form method="post" action={paths.trackSend(directory.id)} noValidate>
        <Field name="ref" label={trackWords.ref} hint={trackWords.refHint(lettersOf(directory))}>
          {(ties) => (
            <input type="text" autoComplete="off" autoCapitalize="characters" defaultValue={reference} {...ties} />
          )}
        </Field>
        <Field name="code" label={trackWords.code} hint={[trackWords.codeHint]}>
          {(ties) => <input type="text" inputMode="numeric" autoComplete="off" {...ties} />}
        </Field>
        <button className="btn main" type="submit" name="act" value="open">
          {trackWords.open}
        </button>
      </form>
      <section className="section" hidden data-mine="" suppressHydrationWarning>
        <h2>{trackWords.mine.heading}</h2>
        <p className="note">{trackWords.mine.hint}</p>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: empty; the phone's script fills it, and Next's client leaves it alone */}
        <ul dangerouslySetInnerHTML={{ __html: '' }} suppressHydrationWarning />
        <button className="quiet" type="button" data-clear="">
          <span>{trackWords.mine.clear}</span>
        </button>
      </section>
      <section className="section">
        <h2>{trackWords.lost.heading}</h2>
        <p>
          <Phrases parts={trackWords.lost.text} />
        </p>
      </section>
    </>
  );
}
