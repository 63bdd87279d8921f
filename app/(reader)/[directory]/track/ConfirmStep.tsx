import { paths } from '#lib/paths.ts';
import type { StoredReport } from '#lib/server/reports/office.ts';
import { trackWords } from '#lib/wording/report-pages.ts';

interface ConfirmStepProps {
  directory: string;
  stored: StoredReport;
  act: keyof typeof trackWords.sure;
}

/** What cannot be undone is asked once more. */
export function ConfirmStep({ directory, stored, act }: ConfirmStepProps) {
  const asked = trackWords.sure[act];
  return (
    <>
      <div className="title">
        <h1>{asked.heading}</h1>
        <p className="note">{stored.ref}</p>
      </div>
      <p className="doubt">{asked.text}</p>
      <form className="acts" method="post" action={paths.trackSend(directory)}>
        <input type="hidden" name="after" value={stored.events.length} />
        <button className="btn main" type="submit" name="act" value={act}>
          {asked.yes}
        </button>
        <a className="btn" href={paths.track(directory)}>
          {asked.no}
        </a>
      </form>
    </>
  );
}
