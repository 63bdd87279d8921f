import type { RowPhone } from '#lib/shown/row.ts';
import { words } from '#lib/wording/reader.ts';
import { Age } from './Age.tsx';

interface CallLineProps {
  name: string;
  phone: RowPhone;
  /** The second number of a station: its pill is outlined. */
  second: boolean;
}

/** One number in a list: the whole line is the call link; below it its age, where the numbers of a row differ in that. */
export function CallLine({ name, phone, second }: CallLineProps) {
  return (
    <>
      {phone.tel === null ? (
        <DeadNumber kind={phone.kind} digits={phone.digits} problem={phone.problem ?? ''} />
      ) : (
        <a className={second ? 'line second' : 'line'} href={phone.tel}>
          <span>
            <span className="vh">{`${words.call}${name} `}</span>
            <span className="kind">{phone.kind}</span> <b>{phone.digits}</b>
          </span>
          <span className="pill" aria-hidden="true">
            {words.call}
          </span>
        </a>
      )}
      {phone.age && (
        <p className="lineage">
          <Age parts={phone.age} />
        </p>
      )}
    </>
  );
}

interface DeadNumberProps {
  kind?: string;
  digits: string | null;
  problem: string;
}

/** A number that cannot be called: as printed, with the reason; of one taken out of use not even the digits. */
export function DeadNumber({ kind, digits, problem }: DeadNumberProps) {
  const kindWord = kind && <span className="kind">{kind}</span>;
  if (digits === null) {
    return (
      <div className="bad">
        <p>
          {kindWord}
          {problem}
        </p>
      </div>
    );
  }
  return (
    <div className="bad">
      <p className="digits">
        {kindWord}
        {digits}
      </p>
      <p>{problem}</p>
    </div>
  );
}
