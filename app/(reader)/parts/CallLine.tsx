import type { PhoneView } from '#lib/directory/present.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { words } from '#lib/wording/reader.ts';
import { Age } from './Age.tsx';
import { cannotCall, kindWord } from './phone-words.ts';

interface CallLineProps {
  name: string;
  view: PhoneView;
  /** The second number of a station: its pill is outlined. */
  second: boolean;
}

/** One number in a list: the whole line is the call link. */
export function CallLine({ name, view, second }: CallLineProps) {
  if (view.tel === null) return <DeadNumber view={view} />;
  return (
    <a className={second ? 'line second' : 'line'} href={view.tel}>
      <span>
        <span className="vh">{`${words.call}${name} `}</span>
        <span className="kind">{kindWord(view)}</span> <b>{view.digits}</b>
      </span>
      <span className="pill" aria-hidden="true">
        {words.call}
      </span>
    </a>
  );
}

/** A number that cannot be called: as printed, with the reason; of one taken out of use not even the digits. */
export function DeadNumber({ view, kind = true }: { view: PhoneView; kind?: boolean }) {
  return (
    <div className="bad">
      <p className={view.outOfUse ? '' : 'digits'}>
        {kind && <span className="kind">{kindWord(view)}</span>}
        {view.outOfUse ? words.outOfUse : view.digits}
      </p>
      {!view.outOfUse && <p>{cannotCall(view)}</p>}
    </div>
  );
}

/** The age of one number, under its line, where the numbers of a row differ in it. */
export function LineAge({ directory, view }: { directory: PublishedDirectory; view: PhoneView }) {
  if (view.outOfUse) return null;
  return (
    <p className="lineage">
      <Age printedAbout={directory.facts.printedAbout} checked={view.phone.checked} />
    </p>
  );
}
