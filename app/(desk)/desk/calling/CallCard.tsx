import { CALL_OUTCOMES, speaksAgainst } from '#lib/directory/call-outcome.ts';
import type { Call, Place } from '#lib/directory/calling.ts';
import { lastSeen } from '#lib/directory/decide.ts';
import { listedUnder } from '#lib/directory/grouped.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { daysOf } from '#lib/directory/unanswered.ts';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { checkedWords } from '#lib/wording/age.ts';
import { callingWords as words } from '#lib/wording/calling.ts';
import { one } from '../flags/query.ts';
import { districtWords, kindWord, staffDigits } from '../flags/words.ts';
import { CallForm } from './CallForm.tsx';
import { type CallList, namesOf } from './list.ts';

interface CallCardProps {
  list: CallList;
  call: Call;
  twoEditors: boolean;
}

/** One number: whose it is, what to ask, and what may come of the call. */
export function CallCard({ list: { state, query, now }, call, twoEditors }: CallCardProps) {
  const { directory, history } = state;
  const [{ phone }] = call.places;
  const names = namesOf(call);
  const [before, name, after] = words.question(names);
  const check = checkedWords({ how: 'called', at: now.toISOString() });
  const seen = call.places.map(({ station }) => [station.id, lastSeen(history, station.id)]);
  const stations = call.places.map(({ station }) => ({
    address: inDirectory(paths.desk.flag(station.id), one(query.directory)),
    text: words.toStation(words.titles([station.name.value])),
  }));
  return (
    <section className="call-card" aria-labelledby="call-heading">
      <h2 id="call-heading">
        {words.titles(names)} <span>{kindWord(phone)}</span>
      </h2>
      <small>{call.places.map((place) => sourceOf(directory, place)).join('；')}</small>
      <p className="call-number">{staffDigits(phone, directory.facts.country)}</p>
      <a className="button dial" href={call.tel}>
        {words.call}
      </a>
      {call.inVain.length > 0 && <p className="hint">{words.inVain(daysOf(call.inVain))}</p>}
      {call.checked && <p className="hint">{words.lastCheck(checkedWords(call.checked))}</p>}
      <p className="question">
        {before}
        <span>
          <b>{name}</b>
          {after}
        </span>
      </p>
      <CallForm
        of={phone.id}
        directory={directory.id}
        seen={JSON.stringify(Object.fromEntries(seen))}
        outcomes={CALL_OUTCOMES.map((outcome, index) => ({
          ...{ outcome, key: String(index + 1), text: words.outcome[outcome] },
          note: words.note(outcome, check, twoEditors),
          save: speaksAgainst(outcome) ? words.save(outcome, twoEditors) : null,
        }))}
        stations={stations}
      />
    </section>
  );
}

/** Where a number stands in the paper, or that it does not. */
function sourceOf(directory: PublishedDirectory, { phone, station }: Place): string {
  const district = districtWords(directory, station, listedUnder(station));
  return phone.added ? words.added(district) : words.source(district, station.row, phone.printed);
}
