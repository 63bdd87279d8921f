import type { Edition } from '../../directory/records.ts';
import { paths } from '../../paths.ts';
import { deskLead, refusals } from '../../wording/front.ts';
import { words } from '../../wording/reader.ts';
import { findEdition, listFolders } from '../edition-files.ts';
import { shownCities } from '../shown-cities.ts';
import { inlineStyle } from '../style.ts';
import { type CityCall, callOf, readCityCalls } from './city-calls.ts';
import { leaveOutClient } from './next-internals.ts';
import type { RefusalStatus } from './refusal.ts';

/** As what an error is told: a status that nothing here has words for is a fault of ours. */
export function refusedAs(status: number): RefusalStatus {
  return status in refusals ? (status as RefusalStatus) : 500;
}

/** A page that needs nothing built: where there is no better one. */
function plainPage({ heading, lead }: { heading: string; lead: string }): string {
  return (
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">' +
    `<title>${heading}</title></head><body><h1>${heading}</h1><p>${lead}</p></body></html>`
  );
}

/** The same for readers where the built page is not true any more. @param call the city line, where there is one city */
function pageOfNow({ heading, lead }: { heading: string; lead: string }, call: CityCall | null): string {
  return (
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">' +
    '<meta name="format-detection" content="telephone=no">' +
    `<title>${heading}</title><style>${inlineStyle('(reader)/parts/crowded.css')}</style></head>` +
    `<body><div class="page"><main class="prose"><h1>${heading}</h1><p>${lead}</p>` +
    `<p><a href="${paths.home}">${call ? words.seeAll : words.cities.all}</a></p>${call ? callOf(call) : ''}` +
    '</main></div></body></html>'
  );
}

/** What staff are told where the front refuses: nothing of it leads to readers' pages. */
export const deskErrorPage = (status: number): string =>
  plainPage({ heading: refusals[refusedAs(status)].heading, lead: deskLead });

/**
 * Makes the page for a status. The built 404 page carries the search, the districts and the city line, which help just
 * as well when something else went wrong: the others are that page with their own heading and sentence.
 *
 * @param built the text of the built 404 page, or null
 */
export function makeErrorPages(built: string | null): (status: number) => string {
  const { heading, lead } = refusals[404];
  const helpful = built === null ? '' : leaveOutClient(built);
  const isUsable = helpful.includes(heading) && helpful.includes(lead);
  return (status) => {
    const own = refusals[refusedAs(status)];
    return isUsable ? helpful.replaceAll(heading, own.heading).replaceAll(lead, own.lead) : plainPage(own);
  };
}

/** What an admin corrects is here within five seconds. */
const REFRESH_MS = 3_000;

/** What the built page says: it is about the one city of the folders, as that is printed. */
const isSaid = ({ cityLine, effectiveFrom, printedAbout, city, publisher }: Edition) =>
  JSON.stringify([cityLine, effectiveFrom, printedAbout, city, publisher]);

interface Now {
  /** Whether the built page is true. */
  isBuilt: boolean;
  /** Where it is not: the one city's line, or null where there are several. */
  call: CityCall | null;
}

async function readNow(): Promise<Now> {
  const [folder, ...folders] = listFolders();
  const [city, ...cities] = await shownCities();
  if (folder === undefined || folders.length > 0) return { isBuilt: true, call: null }; // it names no city then
  if (!city || cities.length > 0) return { isBuilt: !city, call: null };
  const printed = (await findEdition(folder))?.city.edition;
  if (city.id === folder && printed && isSaid(city.facts) === isSaid(printed)) return { isBuilt: true, call: null };
  return { isBuilt: false, call: (await readCityCalls())[0] ?? null };
}

/**
 * The pages as they are right for the cities that there are, asked for again now and then: of a city line that was
 * corrected, or a newer notice, the built page knows nothing.
 */
export async function keepErrorPages(built: string | null): Promise<(status: number) => string> {
  const own = makeErrorPages(built);
  let now = await readNow();
  const refresh = async () => {
    now = await readNow();
  };
  setInterval(() => refresh().catch(console.error), REFRESH_MS).unref(); // what was last known stays
  return (status) => (now.isBuilt ? own(status) : pageOfNow(refusals[refusedAs(status)], now.call));
}
