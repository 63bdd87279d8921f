import type { PublishedDirectory } from '../directory/records.ts';
import { maskPhone } from '../reports/mask.ts';
import { asksForDays, type TypedForm } from '../reports/typed-form.ts';
import { isBlank, trimTyped } from '../text/typed-text.ts';
import { checkWords, formWords } from '../wording/report-pages.ts';
import { CALLED, KIND_FOR_READERS, WISH, weekDay } from '../wording/reports.ts';
import { stationChoice } from './phone-words.ts';

/** What a choice says; what is none of ours as it came. */
const sayChoice = (words: Readonly<Record<string, string>>, value: string) =>
  Object.hasOwn(words, value) ? words[value] : value;
const sayDay = (date: string) => (/^\d{4}-\d\d-\d\d$/.test(date) ? weekDay(date) : date);

/** What a reader typed about a delivery, in words, the phone masked; without what was left out. Nothing is judged. */
export function typedFacts(directory: PublishedDirectory, typed: TypedForm): [string, string][] {
  const station = directory.stations.find(({ id }) => id === typed.station);
  const { rows } = checkWords;
  const facts: [string, string | undefined][] = [
    [rows.station, station ? stationChoice(directory, station) : formWords.unknownStation],
    [rows.kind, sayChoice(KIND_FOR_READERS, typed.kind)],
    [rows.dates, asksForDays(typed) ? typed.dates.map(sayDay).join('、') : ''],
    [rows.papers, checkWords.papers(trimTyped(typed.papers), trimTyped(typed.copies.normalize('NFKC')))],
    [rows.place, trimTyped(typed.place)],
    [rows.wanted, sayChoice(WISH, typed.wanted)],
    [rows.phone, isBlank(typed.phone) ? '' : maskPhone(typed.phone)],
    [rows.text, trimTyped(typed.text)],
    [rows.calledAlready, sayChoice(CALLED, typed.calledAlready)],
  ];
  return facts.flatMap(([term, said]) => (said && !isBlank(said) ? [[term, said]] : []));
}
