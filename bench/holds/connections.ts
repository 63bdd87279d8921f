import { countStatuses, judge, type Row, sendBytes, watch } from '../holding.ts';

const CONNECTIONS = 1_000;

export const row: Row = {
  work: '1,000 connections at once, each asking for a page',
  goal: 'lives, /healthz ≤ 1 s, memory ≤ 2×',
  async measure() {
    let statuses: number[] = [];
    const watched = await watch(async (port) => {
      const bytes = 'GET /dalian HTTP/1.1\r\nHost: baoda.example\r\n\r\n';
      const all = Array.from({ length: CONNECTIONS }, () =>
        sendBytes(port, bytes, { until: ({ length }) => length > 0 }),
      );
      statuses = (await Promise.all(all)).flat();
    });
    return judge(watched, countStatuses(statuses));
  },
};
