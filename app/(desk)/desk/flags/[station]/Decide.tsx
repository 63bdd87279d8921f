import type { Route } from 'next';
import Link from 'next/link';
import { lastSeen } from '#lib/directory/decide.ts';
import type { Correctable } from '#lib/directory/decision.ts';
import { sameQuestion } from '#lib/directory/queue.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import type { Subject } from '#lib/directory/subjects.ts';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import type { DeskDirectory } from '#lib/server/review.ts';
import type { Staff } from '#lib/server/session.ts';
import { countEditors } from '#lib/server/staff.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';
import { flagTitles, kindWord, staffDigits, stationName } from '../words.ts';
import { DecisionForm, type DecisionSubject } from './DecisionForm.tsx';
import { Waiting } from './Waiting.tsx';

const words = deskWords.form;

/** The subject that an address asks for, else the first. A number is found whether or not it has flags by now. */
export const findSubject = (subjects: readonly Subject[], on: string | undefined): Subject | undefined =>
  subjects.find(({ key }) => key === on) ??
  subjects.find(({ phone }) => phone !== null && (phone === on || `number:${phone}` === on)) ??
  subjects[0];

/** By number: what was typed or said stays also when the number's own flags come and go. */
export const identityOf = ({ phone, key }: Subject): string => phone ?? key;

interface DecideProps {
  state: DeskDirectory;
  record: string;
  subjects: readonly Subject[];
  subject: Subject | undefined;
  /** The directory the address asks for. */
  asked: string | undefined;
  /** Stations ticked in the queue. */
  together: readonly string[];
  staff: Staff;
  /** Where this subject's form stands. */
  address: Route;
}

/** What waits for a second person, then the form, about one thing at a time; the others are links above it. */
export async function Decide({ state, record, subjects, subject, asked, together, staff, address }: DecideProps) {
  const { directory } = state;
  const about = record === 'edition' ? null : record;
  const editors = await countEditors(await getDesk(), directory.id);
  const doubtful = subjects.filter((one) => one.flags.length > 0 || one === subject);
  return (
    <>
      <Waiting {...{ state, staff }} record={about} />
      <Subjects {...{ directory, record, subject, asked }} subjects={doubtful} />
      {subject && (
        <DecisionForm
          key={identityOf(subject)}
          subject={toForm({ state, record, subject, together, twoEditors: editors >= 2, address })}
        />
      )}
    </>
  );
}

type SubjectsProps = Pick<DecideProps, 'record' | 'subjects' | 'subject' | 'asked'> & { directory: PublishedDirectory };

function Subjects({ directory, record, subjects, subject, asked }: SubjectsProps) {
  if (subjects.length < 2) return null;
  return (
    <nav className="subjects" aria-label={words.about}>
      {subjects.map((one) => (
        <Link
          key={one.key}
          href={inDirectory(`${paths.desk.flag(record)}?on=${encodeURIComponent(one.key)}`, asked)}
          aria-current={one === subject ? 'true' : undefined}
        >
          {subjectText(directory, one)}
        </Link>
      ))}
    </nav>
  );
}

function subjectText(directory: PublishedDirectory, { key, phone: id, flags }: Subject): string {
  const phone = directory.phones.find((one) => one.id === id);
  if (phone) return words.subject.number(kindWord(phone), staffDigits(phone, directory.facts.country));
  if (key === 'name' || key === 'district') return words.subject[key];
  return flagTitles(flags).join('、') || words.subject.other;
}

interface FormSource {
  state: DeskDirectory;
  record: string;
  subject: Subject;
  /** Stations ticked in the queue. */
  together: readonly string[];
  twoEditors: boolean;
  /** Where the form stands. */
  address: Route;
}

function toForm({ state, record, subject, together, twoEditors, address }: FormSource): DecisionSubject {
  const { directory, history, queue } = state;
  const others = record === 'edition' ? [] : sameQuestion(queue, record, subject.flags);
  const records = [record === 'edition' ? '' : record, ...others.flatMap(({ entry }) => entry.station?.id ?? [])];
  return {
    of: identityOf(subject),
    directory: directory.id,
    record,
    address,
    opened: shortTime(new Date()),
    flags: subject.flags.map(({ id }) => id),
    phone: subject.phone,
    field: subject.field,
    actions: subject.actions,
    options: optionsOf(directory, subject.field),
    together: others.map(({ entry }) => ({
      id: entry.station?.id ?? '',
      text: words.togetherRow(entry.row ?? 0, stationName(entry.station)),
      ticked: together.includes(entry.station?.id ?? ''),
    })),
    seen: JSON.stringify(Object.fromEntries(records.map((id) => [id, lastSeen(history, id || null)]))),
    twoEditors,
    isError: subject.flags.some(({ severity }) => severity === 'error'),
  };
}

function optionsOf(directory: PublishedDirectory, field: Correctable | null): { value: string; text: string }[] {
  if (field === 'district') return directory.districts.map(({ id, label }) => ({ value: id, text: label }));
  if (field !== 'kind') return [];
  return (['fixed_line', 'mobile'] as const).map((kind) => ({ value: kind, text: deskWords.kind[kind] }));
}
