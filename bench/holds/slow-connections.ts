import { countStatuses, judge, type Row, sendBytes, watch } from '../holding.ts';

const EACH = 1_000;
const LONGEST = 12_000;
const WAITING = [
  '', // nothing at all
  'GET /dalian HTTP/1.1\r\nHost: baoda.example\r\nX-Slow: ', // headers that do not end
  // nearly all of the longest body
  `POST /desk/send/sign-in HTTP/1.1\r\nHost: baoda.example\r\nContent-Length: 131072\r\n\r\n${'x'.repeat(130_000)}`,
];

export const row: Row = {
  work: '3,000 connections that say nothing, half a header or all but the end of a body',
  goal: 'lives, /healthz ≤ 1 s, memory ≤ 2×',
  async measure() {
    let statuses: number[] = [];
    const watched = await watch(async (port) => {
      const all = WAITING.flatMap((bytes) =>
        Array.from({ length: EACH }, () => sendBytes(port, bytes, { longest: LONGEST })),
      );
      statuses = (await Promise.all(all)).flat();
    });
    return judge(watched, countStatuses(statuses));
  },
};
