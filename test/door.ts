import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can fail as networks do. */
export interface Door {
  port: number;
  /** Keeps every connection open and passes nothing on any more, in either direction; new ones go `next`. */
  silence(next: 'through' | 'silent'): void;
  /** Cuts every connection, and turns new ones away until `open`. */
  shut(): void;
  /** New connections go through. */
  open(): void;
  /** How many connections have gone through in all. */
  made(): number;
  /** How many there were, gone through or not. */
  asked(): number;
  close(): Promise<void>;
}

/** Opens a door to a port of this machine. */
export async function openDoor(to: number): Promise<Door> {
  let mode: 'through' | 'silent' | 'shut' = 'through';
  let made = 0;
  let asked = 0;
  const pairs = new Set<[Socket, Socket | null]>();
  const server = createServer((client) => {
    client.on('error', () => {});
    asked += 1;
    if (mode === 'shut') return client.destroy();
    if (mode === 'silent') return pairs.add([client, null]);
    made += 1;
    const behind = connect(to, '127.0.0.1');
    behind.on('error', () => client.destroy());
    client.pipe(behind).pipe(client);
    pairs.add([client, behind]);
  });
  const cut = () => {
    for (const pair of pairs) for (const socket of pair) socket?.destroy();
    pairs.clear();
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    silence(next) {
      mode = next;
      for (const [client, behind] of pairs) {
        client.unpipe();
        behind?.unpipe();
        client.pause();
        behind?.pause();
      }
    },
    shut() {
      mode = 'shut';
      cut();
    },
    open() {
      mode = 'through';
    },
    made: () => made,
    asked: () => asked,
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The same address by way of a door. */
export function through(door: Door, address: string): string {
  const url = new URL(address);
  url.port = String(door.port);
  return url.href;
}
