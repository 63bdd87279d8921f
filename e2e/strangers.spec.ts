import { type Answered, ask } from '../test/ask-from.ts';
import { aFiling } from '../test/report-client.ts';
import { startServerAt } from '../test/server.ts';
import { expect, test } from './fixtures.ts';

const [STRANGER, READER] = ['127.0.0.2', '127.0.0.3'];
const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('what strangers at one address use up is theirs: others file, track and search as ever', async () => {
  const server = startServerAt('.');
  try {
    const port = await server.port();
    const file = (from: string, { key, body } = aFiling()) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key };
      return ask({ port, from, method: 'POST', path: '/api/v1/directories/dalian/reports', headers, body });
    };
    const track = (from: string, ref: string, code: string) =>
      ask({ port, from, path: `/api/v1/reports/${ref}`, headers: { authorization: `Code ${code}` } });
    /** Fewer at a time than the front has places for. */
    const many = async (count: number, one: () => Promise<Answered>) => {
      const answers: Answered[] = [];
      while (answers.length < count)
        answers.push(...(await Promise.all(Array.from({ length: Math.min(100, count - answers.length) }, one))));
      return answers;
    };
    const statuses = (answers: Answered[]) => [...new Set(answers.map(({ status }) => status))].sort();

    const own = JSON.parse((await file(READER)).text) as { ref: string; secret: string };
    expect(statuses(await many(60, () => file(STRANGER)))).toEqual([201]);
    const refused = await file(STRANGER);
    expect([refused.status, refused.retryAfter > 0]).toEqual([429, true]);
    expect((await file(READER)).status).toBe(201);

    expect(statuses(await many(110, () => track(STRANGER, own.ref, '384027159648')))).toEqual([404, 429]);
    expect((await track(READER, own.ref, '384027159648')).status).toBe(429);
    for (const from of [READER, STRANGER]) expect((await track(from, own.ref, own.secret)).status).toBe(200);

    const found = await many(400, () => ask({ port, from: STRANGER, path: '/dalian/found.json?q=shahe' }));
    expect(statuses(found)).toEqual([200, 429]);
    for (const { status, retryAfter } of found) expect(retryAfter).toBe(status === 429 ? 1 : 0);
    expect((await ask({ port, from: READER, path: '/dalian?q=shahe' })).status).toBe(200);

    // A wrong code by the form comes back as a page that asks for it anew, under the policy of all pages.
    const body = String(new URLSearchParams({ act: 'open', ref: own.ref, code: '384027159648' }));
    const given = await ask({ port, from: READER, method: 'POST', path: '/dalian/track/send', headers: form, body });
    expect([given.status, given.retryAfter > 0]).toEqual([429, true]);
    expect(given.text).toContain(`value="${own.ref}"`);
    expect(given.policy).toMatch(/style-src 'sha256-[^;]*' 'sha256-/);
  } finally {
    server.process.kill('SIGKILL');
  }
});
