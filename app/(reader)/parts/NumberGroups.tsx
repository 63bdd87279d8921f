import { Fragment } from 'react';

/** A number's digits, which break only at a gap; an extension stays with its word. */
export function NumberGroups({ digits }: { digits: string }) {
  return digits.split(/(?<=\d) /).map((group, at, all) => (
    <Fragment key={all.slice(0, at + 1).join(' ')}>
      {at > 0 && ' '}
      <span className="nb">{group}</span>
    </Fragment>
  ));
}
