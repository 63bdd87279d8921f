import { countStatuses, judge, type Row, sendBytes, watch } from '../holding.ts';

const REQUESTS = 4_000;

export const row: Row = {
  work: '4,000 pipelined requests on one connection (180 KB)',
  goal: 'lives, /healthz ≤ 1 s, memory ≤ 2×',
  async measure() {
    let statuses: number[] = [];
    const watched = await watch(async (port) => {
      const bytes = 'GET /dalian HTTP/1.1\r\nHost: baoda.example\r\n\r\n'.repeat(REQUESTS);
      statuses = await sendBytes(port, bytes, { until: ({ length }) => length >= REQUESTS });
    });
    return judge(watched, countStatuses(statuses));
  },
};
