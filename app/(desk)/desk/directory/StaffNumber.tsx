import type { Flag, Phone, PublishedDirectory } from '#lib/directory/records.ts';
import { flagsByPhone, isCallable, isWithheld } from '#lib/directory/standing.ts';
import { checkedWords } from '#lib/wording/age.ts';
import { directoryWords } from '#lib/wording/editions.ts';
import { staffDigits } from '../flags/words.ts';

const words = directoryWords.list.states;

/** How a number stands. */
export type NumberState = keyof typeof words;

export function stateOf(phone: Phone, own: readonly Flag[]): NumberState {
  if (isWithheld(own)) return 'withheld';
  if (!isCallable(phone, own)) return 'barred';
  return phone.checked === null ? 'unchecked' : 'checked';
}

/** A number of a list with how it stands, on a line of its own. */
export function StaffNumber({ phone, directory }: { phone: Phone; directory: PublishedDirectory }) {
  const state = stateOf(phone, flagsByPhone(directory.flags)(phone));
  const isTag = state === 'barred' || state === 'withheld';
  return (
    <span className="staff-number">
      {staffDigits(phone, directory.facts.country)}{' '}
      {isTag ? (
        <span className={state === 'barred' ? 'tag error' : 'tag'}>{words[state]}</span>
      ) : (
        <small>{phone.checked === null ? words.unchecked : checkedWords(phone.checked)}</small>
      )}
    </span>
  );
}
