import { cannotCall, kindWord, shownName } from '#lib/directory/phone-words.ts';
import { hasOpen, labelAbove, type StationView, sameNameStreetIn } from '#lib/directory/present.ts';
import type { Flag, PublishedDirectory } from '#lib/directory/records.ts';
import { aboutWords } from '#lib/wording/about.ts';
import { COLUMN } from '#lib/wording/reader.ts';
import { ambiguousPlaces } from './division-words.ts';

export interface Entry {
  names: string[];
  severity: Flag['severity'];
  reason: string;
}

const open = (flag: Flag) =>
  flag.status === 'open' || flag.status === 'in_verification' || flag.status === 'unverifiable';

/** The stations a reader should know a doubt about, worst first; neighbours with the same reason share a line. */
export function flaggedEntries(directory: PublishedDirectory, views: StationView[]): Entry[] {
  const ranked = views
    .map((view) => ({ view, doubts: view.flags.filter((flag) => flag.severity !== 'info' && open(flag)) }))
    .filter(({ doubts }) => doubts.length > 0)
    .map(({ view, doubts }) => ({
      view,
      doubts,
      severity: doubts.some((flag) => flag.severity === 'error') ? ('error' as const) : ('warning' as const),
    }))
    .sort(
      (a, b) =>
        Number(a.severity !== 'error') - Number(b.severity !== 'error') ||
        b.doubts.length - a.doubts.length ||
        a.view.station.row - b.view.station.row,
    );
  const entries: Entry[] = [];
  for (const { view, severity } of ranked) {
    const reason = reasonOf(directory, view);
    const same = entries.find((entry) => entry.reason === reason && entry.severity === severity);
    if (same) same.names.push(shownName(view));
    else entries.push({ names: [shownName(view)], severity, reason });
  }
  return entries;
}

/** Why a station is in the list, in one sentence made of its open errors and warnings. */
function reasonOf(directory: PublishedDirectory, view: StationView): string {
  const { why, severity } = aboutWords.flags;
  const parts: string[] = [];
  for (const phone of view.phones) {
    // The severity in front of the sentence says already what its end says elsewhere.
    const cause = cannotCall(directory.facts.country, phone).replace(`，${severity.error}`, '');
    if (phone.error) parts.push(phone.outOfUse ? cause : kindWord(phone) + cause);
    if (hasOpen(phone, 'phone.column_mismatch')) parts.push(why.column(COLUMN[phone.phone.role]));
  }
  const place = placeReason(directory, view);
  if (place) parts.push(place);
  return parts.join('；') || why.other;
}

function placeReason(directory: PublishedDirectory, view: StationView): string | null {
  const { why } = aboutWords.flags;
  const { station, district } = view;
  const label = district?.label ?? '';
  const street = sameNameStreetIn(directory, station);
  if (station.name.value === null) return why.unnamed(label);
  if (hasOpen(view, 'district.admin_ambiguous')) return why.blankAmbiguous(ambiguousPlaces(directory, view));
  if (!hasOpen(view, 'district.boundary_uncertain')) return street ? why.clash(label, street) : null;
  if (station.district.how !== 'inherited') return street ? why.clash(label, street) : why.boundary(label);
  return street ? why.blankClash(labelAbove(directory, station) ?? label, street) : why.blankBetween;
}
