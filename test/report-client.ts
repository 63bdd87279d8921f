import { randomBytes } from 'node:crypto';
import { addDays, dayOf } from '../lib/reports/days.ts';

/** A program that files reports by the API, for benchmarks and tests against a real server. */

/** A report that everybody may file today, with its own key. */
export function aFiling(): { key: string; body: string } {
  const date = addDays(dayOf(new Date().toISOString()), -1);
  const body = JSON.stringify({ station: 'jinxiu', kind: 'missed', dates: [date], wanted: 'record', text: '示例' });
  return { key: randomBytes(24).toString('base64url'), body };
}

/** Any address will do behind a trusted proxy: 60 an hour are taken from one. */
const anAddress = () => `10.${Array.from(randomBytes(3)).join('.')}`;

/** Files a report. @returns number and code, or null where the server refused or went away */
export async function fileReport(
  origin: string,
  { key, body }: { key: string; body: string },
): Promise<{ ref: string; secret: string } | null> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key, 'x-forwarded-for': anAddress() };
  const url = `${origin}/api/v1/directories/dalian/reports`;
  const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => null);
  if (!answer?.ok) return null;
  return (await answer.json().catch(() => null)) as { ref: string; secret: string } | null;
}

/** Reads a report with its code. @returns its status and how many lines its timeline has, or null */
export async function trackReport(
  origin: string,
  { ref, secret }: { ref: string; secret: string },
): Promise<{ status: string; lines: number } | null> {
  const answer = await fetch(`${origin}/api/v1/reports/${ref}`, { headers: { authorization: `Code ${secret}` } });
  if (!answer.ok) return null;
  const view = (await answer.json()) as { status: string; timeline: unknown[] };
  return { status: view.status, lines: view.timeline.length };
}
