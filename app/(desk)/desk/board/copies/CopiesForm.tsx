'use client';

import { copiesWords as words } from '#lib/wording/board.ts';
import { longMonth } from '#lib/wording/dates.ts';
import { DeskForm } from '../../../parts/DeskForm.tsx';
import { Field, Submit } from '../../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../../parts/Outcome.tsx';

/** A district with its stations, and what holds at each in the month. */
export interface CopiesGroup {
  id: string;
  label: string;
  stations: readonly { id: string; field: string; name: string; copies: string; since: string | null }[];
}

interface CopiesFormProps {
  directory: string;
  month: string;
  /** The last row that is shown. */
  seen: number;
  groups: readonly CopiesGroup[];
}

/** The copies of every station, from a month on. */
export function CopiesForm({ directory, month, seen, groups }: CopiesFormProps) {
  return (
    <DeskForm action="set-copies" directory={directory} of={month} className="copies-form">
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="seen" value={seen} />
      <Notice isLoud />
      <SignInAgain />
      <div className="copies-groups">
        {groups.map(({ id, label, stations }) => (
          <fieldset key={id}>
            <legend>{label}</legend>
            {stations.map((station) => (
              <div className="copies-row" key={station.id}>
                <Field
                  name={station.field}
                  label={
                    <>
                      {station.name}
                      <span className="hidden"> {words.column}</span>
                    </>
                  }
                  value={station.copies}
                  inputMode="numeric"
                  maxLength={12}
                />
                <small>{station.since === null ? '' : words.since(station.since)}</small>
              </div>
            ))}
          </fieldset>
        ))}
      </div>
      <p className="foot">
        <Submit className="strong">{words.save(longMonth(month))}</Submit>
      </p>
    </DeskForm>
  );
}
