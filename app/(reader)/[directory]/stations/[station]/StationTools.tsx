import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { publicOrigin } from '#lib/server/site.ts';
import { kindWord } from '#lib/shown/phone-words.ts';
import type { StationView } from '#lib/shown/present.ts';
import { words } from '#lib/wording/reader.ts';

interface StationToolsProps {
  directory: PublishedDirectory;
  view: StationView;
  name: string;
}

/** Copy, save, send, print. What needs script stays hidden until the script is there. */
export function StationTools({ directory, view, name }: StationToolsProps) {
  const numbers = view.phones.filter((phone) => phone.tel !== null);
  const said = numbers.map((phone) => `${kindWord(phone)} ${phone.digits}`);
  const address = `${publicOrigin() ?? ''}${paths.station(directory.id, view.station.id)}`;
  const outcome = (done: string) => ({ 'data-done': done, 'data-failed': words.tools.failed });
  return (
    <div className="tools">
      {numbers.length > 0 && (
        <>
          <button
            className="btn"
            type="button"
            hidden
            data-copy={numbers.map((phone) => phone.digits).join('\n')}
            {...outcome(words.tools.copied)}
          >
            {words.tools.copy}
          </button>
          <a className="btn" href={paths.contact(directory.id, view.station.id)}>
            {words.tools.save}
          </a>
        </>
      )}
      <button
        className="btn"
        type="button"
        hidden
        data-share={words.shareText(name, said)}
        data-url={address}
        {...outcome(words.tools.copiedToPaste)}
      >
        {words.tools.share}
      </button>
      <a className="btn" href={paths.card(directory.id, view.station.id)}>
        {words.tools.card}
      </a>
    </div>
  );
}
