import Link from 'next/link';
import { isToCall } from '#lib/directory/calling.ts';
import { paths } from '#lib/paths.ts';
import { dayOf } from '#lib/reports/days.ts';
import { deskCalls } from '#lib/server/calling.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import type { DeskDirectory } from '#lib/server/review.ts';
import { deskWords } from '#lib/wording/desk.ts';

const words = deskWords.queue.tabs;

interface TabsProps {
  state: DeskDirectory;
  current: keyof typeof words;
  /** The directory the address asks for. */
  asked: string | undefined;
  now: Date;
}

/** The three lists of the review, each with how much is in it. */
export function Tabs({ state, current, asked, now }: TabsProps) {
  const toCall = deskCalls(state, dayOf(now.toISOString())).filter((call) => isToCall(call)).length;
  const tabs = [
    { tab: 'flags', path: paths.desk.flags, count: state.summary.entries },
    { tab: 'numbers', path: paths.desk.numbers, count: state.directory.phones.length },
    { tab: 'calling', path: paths.desk.calling, count: toCall },
  ] as const;
  return (
    <nav className="tabs" aria-label={deskWords.sections.flags}>
      {tabs.map(({ tab, path, count }) => (
        <Link key={tab} href={inDirectory(path, asked)} aria-current={tab === current ? 'page' : undefined}>
          {words[tab]} <b>{count}</b>
        </Link>
      ))}
    </nav>
  );
}
