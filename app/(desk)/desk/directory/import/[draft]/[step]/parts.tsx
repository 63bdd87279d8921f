import type { ReactNode } from 'react';
import type { ListedStation } from '#lib/directory/editions/differences.ts';
import { showable } from '#lib/text/text.ts';
import { importWords } from '#lib/wording/editions.ts';

const words = importWords.differences;

interface GroupProps {
  title: string;
  lead?: string;
  count: number;
  children: ReactNode;
}

/** Differences of one kind, with how many there are; nothing where there is none. */
export function Group({ title, lead, count, children }: GroupProps) {
  return count === 0 ? null : (
    <section className="group">
      <h2>
        {title} <span className="ring">{count}</span> {lead && <small>{lead}</small>}
      </h2>
      {children}
    </section>
  );
}

/** A station on one line, as printed. */
export function StationLine({ station, children }: { station: ListedStation; children?: ReactNode }) {
  return (
    <div className="difference">
      <b>{showable(station.name ?? words.unnamed)}</b>
      <span>{showable(station.district ?? words.noDistrict)}</span>
      <span>{showable(station.numbers.join('　'))}</span>
      {children}
    </div>
  );
}

/** The text with what is other than in `before` marked: from the first character that differs to the last. */
export function Marked({ text, before }: { text: string; before: string }) {
  const [own, other] = [[...text], [...before]];
  let [start, end] = [0, 0];
  while (start < own.length && own[start] === other[start]) start += 1;
  while (end < own.length - start && end < other.length - start && own.at(-1 - end) === other.at(-1 - end)) end += 1;
  const piece = (from: number, to: number) => showable(own.slice(from, to).join(''));
  if (start === own.length) return showable(text);
  return (
    <>
      {piece(0, start)}
      <mark>{piece(start, Math.max(start + 1, own.length - end))}</mark>
      {piece(Math.max(start + 1, own.length - end), own.length)}
    </>
  );
}
