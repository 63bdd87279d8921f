import Link from 'next/link';
import type { Call } from '#lib/directory/calling.ts';
import { recentCalls } from '#lib/server/calling.ts';
import { callingWords as words } from '#lib/wording/calling.ts';
import { addressOf, type CallList } from './list.ts';
import { UndoCall } from './UndoCall.tsx';

/** On without an outcome, back, and what was just said taken back: by key, by mouse and by thumb. */
export function Moves({ list, by }: { list: CallList; by: string }) {
  const { state, query, next, previous, today } = list;
  const [last] = recentCalls(state, by, today, 1);
  const [to, record] = words.keys.record;
  return (
    <div className="moves">
      <p className="wide-only">
        <kbd>1</kbd> {to} <kbd>4</kbd> {record}
      </p>
      <Move call={next[0] ?? null} query={query} letter="j" text={words.keys.skip} />
      <Move call={previous} query={query} letter="k" text={words.keys.back} />
      {last?.canUndo && <UndoCall directory={state.directory.id} id={last.row.id} number="" isMove />}
      <p className="wide-only">
        <kbd>?</kbd> {words.keys.all}
      </p>
    </div>
  );
}

interface MoveProps {
  call: Call | null;
  query: CallList['query'];
  letter: string;
  text: string;
}

function Move({ call, query, letter, text }: MoveProps) {
  if (!call) return null;
  return (
    <p className="move">
      <kbd>{letter}</kbd>{' '}
      <Link prefetch={false} href={addressOf(query, call)} data-key={letter}>
        {text}
      </Link>
    </p>
  );
}
