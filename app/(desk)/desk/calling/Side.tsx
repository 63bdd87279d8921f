import Link from 'next/link';
import type { Call } from '#lib/directory/calling.ts';
import type { Decision } from '#lib/directory/decision.ts';
import { timeOf } from '#lib/reports/days.ts';
import { recentCalls } from '#lib/server/calling.ts';
import { callingWords as words } from '#lib/wording/calling.ts';
import { kindWord, staffDigits, stationName } from '../flags/words.ts';
import { addressOf, type CallList, namesOf } from './list.ts';
import { UndoCall } from './UndoCall.tsx';

/** So many of what follows, and of what was just called. */
const SHOWN = 6;

/** The numbers that come next; each can be called first. */
export function Next({ list: { state, query, next } }: { list: CallList }) {
  return (
    <section>
      <h2>{words.next}</h2>
      {next.length === 0 && <p className="hint">{words.noNext}</p>}
      <ol className="call-lines">
        {next.slice(0, SHOWN).map((call) => (
          <li key={call.tel}>
            <Link prefetch={false} href={addressOf(query, call)}>
              {call.places[0].station.row > 0 && <small className="wide-only">{call.places[0].station.row} </small>}
              {call.places.map(({ station }) => stationName(station)).join('、')}
            </Link>
            <span>{kindWord(call.places[0].phone)}</span>
            <span className="number">{staffDigits(call.places[0].phone, state.directory.facts.country)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What this person called today, newest first; the last one may be taken back. */
export function Recent({ list: { state, today }, by }: { list: CallList; by: string }) {
  const recent = recentCalls(state, by, today, SHOWN);
  const { directory } = state;
  return (
    <section>
      <h2>{words.recent}</h2>
      {recent.length === 0 && <p className="hint">{words.noRecent}</p>}
      <ol className="call-lines">
        {recent.map(({ row, phones, canUndo }, index) => {
          const about = directory.phones.filter(({ id }) => phones.includes(id));
          const stations = directory.stations.filter(({ id }) => about.some(({ station }) => station === id));
          const kind = about[0] ? kindWord(about[0]) : '';
          const names = stations.map(stationName).join('、');
          return (
            <li key={row.id}>
              <span>
                <small>{timeOf(row.at)}</small> {names}
              </span>
              <span>{kind}</span>
              <span className="number">
                {outcomeText(row)}
                {index === 0 && canUndo && <UndoCall directory={directory.id} id={row.id} number={`${names}${kind}`} />}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const outcomeText = ({ action }: Decision): string => (words.recentOutcome as Record<string, string>)[action] ?? '';

/** Numbers that stand at more than one station and are still to be called. */
export function SharedNumbers({ list: { state, calls } }: { list: CallList }) {
  const isLeft = ({ places, checked, isWaiting }: Call) => places.length > 1 && checked === null && !isWaiting;
  return calls.filter(isLeft).map((call) => (
    <p key={call.tel} className="call-remark">
      {words.shared.before(namesOf(call), kindWord(call.places[0].phone))}{' '}
      <span className="number">{staffDigits(call.places[0].phone, state.directory.facts.country)}</span>
      {words.shared.after(call.places.length)}
    </p>
  ));
}
