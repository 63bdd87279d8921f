import { paths } from '../../paths.ts';
import { deskLead, refusals } from '../../wording/front.ts';
import { words } from '../../wording/reader.ts';
import { listFolders } from '../edition-files.ts';
import { shownCities } from '../shown-cities.ts';
import { inlineStyle } from '../style.ts';
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

/** The same for readers where there are several cities: none of them lends its name or its city line. */
function pageOfNoCity({ heading, lead }: { heading: string; lead: string }): string {
  return (
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">' +
    `<title>${heading}</title><style>${inlineStyle('(reader)/parts/crowded.css')}</style></head>` +
    `<body><div class="page"><main class="prose"><h1>${heading}</h1><p>${lead}</p>` +
    `<p><a href="${paths.home}">${words.cities.all}</a></p></main></div></body></html>`
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

const REFRESH_MS = 5_000;

/** The built page is about the one city of the folders; readers may see more by now. */
const isOfOneCity = async (): Promise<boolean> => listFolders().length !== 1 || (await shownCities()).length <= 1;

/** The pages as they are right for the cities that there are, asked for again now and then. */
export async function keepErrorPages(built: string | null): Promise<(status: number) => string> {
  const own = makeErrorPages(built);
  let isOne = await isOfOneCity();
  const refresh = async () => {
    isOne = await isOfOneCity();
  };
  setInterval(() => refresh().catch(console.error), REFRESH_MS).unref(); // what was last known stays
  return (status) => (isOne ? own(status) : pageOfNoCity(refusals[refusedAs(status)]));
}
