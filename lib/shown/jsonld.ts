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

/**
 * JSON-LD of a station page, to stand in a script element as it is; null where no number can be called. It says contact
 * point and nothing more: the paper prints no address, no hours and no delivery area, and of a number without a name
 * not even that it is a station.
 */
export function formatJsonLd(points: readonly ContactPoint[]): string | null {
  if (points.length === 0) return null;
  const graph = points.map(({ url, ...point }) => ({ '@type': 'ContactPoint', ...point, ...(url && { url }) }));
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
}
