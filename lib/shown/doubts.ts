import type { Flag, PublishedDirectory } from '../directory/records.ts';
import { doubtsIn, tells } from '../directory/standing.ts';
import { aboutWords } from '../wording/about.ts';
import { SEVERITY } from '../wording/flags.ts';
import { COLUMN } from '../wording/reader.ts';
import { cannotCall, kindWord, numberSentences, shownName, stationSentences } from './phone-words.ts';
import { ambiguousPlaces } from './place-words.ts';
import { labelAbove, type StationView, sameNameStreetIn } from './present.ts';

export interface Doubt {
  names: string[];
  severity: Flag['severity'];
  reason: string;
}

/** The stations a reader should know a doubt about, worst first; neighbours with the same reason share a line. */
export function flaggedEntries(directory: PublishedDirectory, views: StationView[]): Doubt[] {
  const ranked = views
    .map((view) => ({ view, doubts: doubtsIn(view.flags) }))
    .filter(({ doubts }) => doubts.length > 0)
    .map(({ view, doubts }) => ({ view, n: doubts.length, isError: doubts.some((flag) => flag.severity === 'error') }))
    .sort((a, b) => Number(b.isError) - Number(a.isError) || b.n - a.n || a.view.station.row - b.view.station.row);
  const entries: Doubt[] = [];
  for (const { view, isError } of ranked) {
    const severity = isError ? 'error' : 'warning';
    const reason = reasonOf(directory, view);
    const same = entries.find((entry) => entry.reason === reason && entry.severity === severity);
    if (same) same.names.push(shownName(view));
    else entries.push({ names: [shownName(view)], severity, reason });
  }
  return entries;
}

/** Why a station is in the list, in one sentence made of its open errors and warnings. */
function reasonOf(directory: PublishedDirectory, view: StationView): string {
  const { why } = aboutWords.flags;
  const parts: string[] = [];
  for (const phone of view.phones) {
    // The severity in front of the sentence says already what its end says elsewhere.
    const cause = cannotCall(phone).replace(`，${SEVERITY.error}`, '');
    if (phone.error) parts.push(phone.outOfUse ? cause : kindWord(phone) + cause);
    if (tells(phone.flags, 'column')) parts.push(why.column(COLUMN[phone.phone.role]));
    parts.push(...numberSentences(phone));
  }
  const place = placeReason(directory, view);
  if (place) parts.push(place);
  parts.push(...stationSentences(view));
  return parts.join('；') || why.other;
}

function placeReason(directory: PublishedDirectory, view: StationView): string | null {
  const { why } = aboutWords.flags;
  const { station, district } = view;
  const label = district?.label ?? '';
  const street = sameNameStreetIn(directory, station);
  if (station.name.value === null) return why.unnamed(label);
  if (tells(view.flags, 'places')) return why.blankAmbiguous(ambiguousPlaces(directory, view));
  if (!tells(view.flags, 'boundary')) return street ? why.clash(label, street) : null;
  if (station.district.how !== 'inherited') return street ? why.clash(label, street) : why.boundary(label);
  return street ? why.blankClash(labelAbove(directory, station) ?? label, street) : why.blankBetween;
}
