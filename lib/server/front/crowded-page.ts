import { crowded } from '../../wording/front.ts';
import { inlineStyle } from '../style.ts';
import { type CityCall, callOf, readCityCalls } from './city-calls.ts';
import { RETRY_AFTER } from './refusal.ts';

/** How often it is asked whether a city line has changed: what an admin corrects is here within 5 seconds, too. */
const REFRESH_MS = 3_000;
/** Of more cities none is named: nobody finds theirs in such a list in a hurry. */
const MOST_LISTED = 20;

/** Where the form stands that was sent. */
const FORM = '<!-- form -->';

/** The page for these cities, to somebody who asked for a page, or who sent something (`sent`). */
function pageOf(cities: readonly CityCall[], sent: string | null): string {
  const { heading } = crowded;
  const leads = [...(sent === null ? [] : [sent]), crowded.lead(RETRY_AFTER)];
  const call = cities.length > 0 ? `<p>${crowded.call}</p>` : '';
  return (
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">' +
    '<meta name="format-detection" content="telephone=no">' +
    `<title>${heading}</title><style>${inlineStyle('(reader)/parts/crowded.css')}</style></head>` +
    `<body><div class="page"><main class="prose"><h1>${heading}</h1>` +
    `${leads.map((lead) => `<p>${lead}</p>`).join('')}${FORM}${call}${cities.map(callOf).join('')}</main></div></body></html>`
  );
}

/** Whom to send away: where they asked, and, where they sent something, the form to be sent again, or '' for none. */
export type CrowdedPage = (path: string, form: string | null) => string;

/** Makes every page there can be, so that sending somebody away costs next to nothing. */
export function makeCrowdedPages(cities: readonly CityCall[]): CrowdedPage {
  const three = (some: readonly CityCall[]) => ({
    asked: pageOf(some, null),
    sent: pageOf(some, crowded.sent),
    kept: pageOf(some, crowded.kept),
  });
  const all = three(cities.length > MOST_LISTED ? [] : cities);
  const byCity = new Map(cities.map((city) => [city.id, three([city])]));
  return (path, form) => {
    const pages = byCity.get(path.split('/', 2)[1] ?? '') ?? all;
    const page = form === null ? pages.asked : form === '' ? pages.sent : pages.kept;
    return page.replace(FORM, () => form ?? '');
  };
}

/** The pages with the city lines that the directories give, asked for again now and then. */
export async function keepCrowdedPages(): Promise<CrowdedPage> {
  let known = await readCityCalls();
  let pages = makeCrowdedPages(known);
  const refresh = async () => {
    const cities = await readCityCalls();
    if (JSON.stringify(cities) === JSON.stringify(known)) return;
    [known, pages] = [cities, makeCrowdedPages(cities)];
  };
  setInterval(() => refresh().catch(console.error), REFRESH_MS).unref(); // what was last known stays
  return (path, form) => pages(path, form);
}
