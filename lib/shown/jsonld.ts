import type { OpeningHours } from '../directory/opening-hours.ts';

/** A number as search engines may show it. */
export interface ContactPoint {
  name: string;
  /** What the number is for, as on the page. */
  contactType: string;
  /** E.164, or a short code. Only numbers that can be called. */
  telephone: string;
  /** How old the number is and whether it was checked. */
  description: string;
  url: string | null;
}

/** Where a station is and when it is open, as far as staff said so: no paper prints either. */
export interface StationPlace {
  name: string;
  address: string | null;
  hours: OpeningHours | null;
  url: string | null;
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/**
 * JSON-LD of a station page, to stand in a script element as it is; null where there is nothing to say. What a paper
 * prints is a contact point and nothing more, and of a number without a name not even that it is a station. Only an
 * address or hours make it a place with those contact points.
 *
 * @param place null where staff said neither
 */
export function formatJsonLd(points: readonly ContactPoint[], place: StationPlace | null): string | null {
  if (points.length === 0 && place === null) return null;
  const contactPoint = points.map(({ url, ...point }) => ({ '@type': 'ContactPoint', ...point, ...(url && { url }) }));
  const graph = place === null ? contactPoint : [{ ...formatPlace(place), ...(points.length > 0 && { contactPoint }) }];
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
}

const formatPlace = ({ name, address, hours, url }: StationPlace) => ({
  '@type': 'LocalBusiness',
  name,
  ...(address && { address }),
  ...(hours && {
    openingHoursSpecification: hours.map(({ days, from, to }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: days.flatMap((day) => DAYS[day - 1] ?? []),
      opens: from,
      closes: to,
    })),
  }),
  ...(url && { url }),
});
