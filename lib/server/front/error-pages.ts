import { readFileSync } from 'node:fs';
import { refusals } from '../../wording/front.ts';
import { leaveOutClient } from './lean.ts';

export type RefusalStatus = keyof typeof refusals;

const BUILT_NOT_FOUND = '.next/server/app/_not-found.html';

export function isRefusal(status: number): status is RefusalStatus {
  return status in refusals;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A page that needs nothing built: where there is no better one. */
function plainPage(status: RefusalStatus): string {
  const { heading, lead } = refusals[status];
  return (
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">' +
    `<title>${escapeText(heading)}</title></head>` +
    `<body><h1>${escapeText(heading)}</h1><p>${escapeText(lead)}</p></body></html>`
  );
}

/**
 * The page for each refusal. The built 404 page carries the search, the districts and the city line, which help just
 * as well when something else went wrong: the others are that page with their own heading and sentence.
 *
 * @param built the text of the built 404 page, or null
 */
export function makeErrorPages(built: string | null): Readonly<Record<RefusalStatus, string>> {
  const helpful = built === null ? null : leaveOutClient(built);
  const { heading, lead } = refusals[404];
  const make = (status: RefusalStatus) => {
    if (!helpful?.includes(heading) || !helpful.includes(lead)) return plainPage(status);
    const own = refusals[status];
    return helpful.replaceAll(heading, escapeText(own.heading)).replaceAll(lead, escapeText(own.lead));
  };
  return Object.fromEntries(
    Object.keys(refusals).map((status) => [status, make(Number(status) as RefusalStatus)]),
  ) as Record<RefusalStatus, string>;
}

/** @returns the built 404 page, or null in dev, where nothing is built */
export function readBuiltNotFound(): string | null {
  try {
    return readFileSync(BUILT_NOT_FOUND, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
