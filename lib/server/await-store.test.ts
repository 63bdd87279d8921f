import { connect, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startPostgres, type TestPostgres } from '../../test/postgres.ts';

let postgres: TestPostgres;
let door: Server;
let open = false;

/** The database's address by a door that is shut at first. */
beforeAll(async () => {
  postgres = await startPostgres();
  const url = new URL(await postgres.database('begin'));
  const port = Number(url.port);
  door = createServer((client) => {
    if (!open) return client.destroy();
    const server = connect(port, '127.0.0.1');
    client.pipe(server).pipe(client);
    for (const socket of [client, server]) socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const address = door.address();
  url.port = String(typeof address === 'object' ? address?.port : 0);
  vi.stubEnv('DATABASE_URL', url.href);
  vi.stubEnv('BAODA_SECRET', 'a secret for tests only, not used anywhere');
}, 60_000);

afterAll(async () => {
  const { closeStore } = await import('./store.ts');
  await closeStore();
  door.close();
  await postgres.stop();
}, 60_000);

it('waits for a database server that is not there yet, and says so', async () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { awaitStore } = await import('./await-store.ts');
  const { getDesk } = await import('./desk.ts');
  await expect(getDesk()).rejects.toThrow();
  const waiting = awaitStore(100);
  await vi.waitFor(() => expect(complain).toHaveBeenCalledTimes(4), 10_000);
  const complaints = complain.mock.calls.flat().join('\n');
  expect(complaints).toMatch(/^The store cannot be opened: .*\nIt is tried again every 0.1 seconds/s);
  expect(complaints).not.toContain('password');
  open = true;
  await waiting;
  const { store } = await getDesk();
  expect(await store.decisions.last('dalian')).toBe(0);
});
