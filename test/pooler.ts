import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * What PgBouncer does in transaction mode, as far as it matters here: clients share a few connections to the server, and
 * one is theirs from the first message of a transaction to its end. What a session set or holds is whoever's comes next.
 */

const SSL_REQUEST = 80877103;
/** Bytes before the length of a message: its type. The first message of a client has none. */
const TYPE_BYTES = 1;
const IDLE = 'I'.charCodeAt(0);

interface Message {
  type: string;
  bytes: Buffer;
}

/** Cuts a stream into whole messages. */
class Messages {
  #rest = Buffer.alloc(0);
  #isStarted: boolean;

  /** @param isStarted whether the first message has come, which has no type */
  constructor(isStarted: boolean) {
    this.#isStarted = isStarted;
  }

  push(chunk: Buffer): Message[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const found: Message[] = [];
    for (;;) {
      const head = this.#isStarted ? TYPE_BYTES : 0;
      if (this.#rest.length < head + 4) return found;
      const length = head + this.#rest.readInt32BE(head);
      if (this.#rest.length < length) return found;
      const bytes = this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      const isSslRequest = head === 0 && bytes.length === 8 && bytes.readInt32BE(4) === SSL_REQUEST;
      found.push({ type: head === 0 ? (isSslRequest ? 'ssl' : 'startup') : String.fromCharCode(bytes[0] ?? 0), bytes });
      if (head === 0 && !isSslRequest) this.#isStarted = true;
    }
  }
}

const message = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};

const READY = message('Z', Buffer.from('I'));
const AUTHENTICATED = message('R', Buffer.alloc(4));

/** A connection to the server, signed in. */
interface Backend {
  socket: Socket;
  /** What the server said of itself, for clients to be told. */
  parameters: Buffer[];
  /** Where its messages go: to the client that has it. */
  client: ((message: Message) => void) | null;
  /** Told to that client where the server is gone. */
  lost: () => void;
}

interface Login {
  user: string;
  password: string;
  database: string;
}

function startupOf({ user, database }: Login): Buffer {
  const body = Buffer.from(`user\0${user}\0database\0${database}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(body.length + 8);
  head.writeInt32BE(196608, 4); // protocol 3.0
  return Buffer.concat([head, body]);
}

/** @throws where the server cannot be reached or refuses */
async function signIn(port: number, login: Login): Promise<Backend> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  const messages = new Messages(true);
  const backend: Backend = { socket, parameters: [], client: null, lost: () => {} };
  const ready = Promise.withResolvers<void>();
  socket.on('error', ready.reject);
  socket.on('close', () => ready.reject(new Error('the server closed the connection')));
  socket.on('data', (chunk: Buffer) => {
    for (const one of messages.push(chunk)) {
      if (backend.client) backend.client(one);
      else if (one.type === 'R' && one.bytes.readInt32BE(5) === 3)
        socket.write(message('p', Buffer.from(`${login.password}\0`)));
      else if (one.type === 'S') backend.parameters.push(one.bytes);
      else if (one.type === 'E') ready.reject(new Error(one.bytes.toString('utf8', 5)));
      else if (one.type === 'Z') ready.resolve();
    }
  });
  await once(socket, 'connect').catch(ready.reject);
  socket.write(startupOf(login));
  await ready.promise;
  return backend;
}

export interface Pooler {
  /** An address like the server's own. */
  url: string;
  /** Where it leads from now on: connections to the old server are closed. */
  lead(port: number): void;
  /** How many statements it has handed on. */
  statements(): number;
  close(): void;
}

/** Before the server of an address, with so many connections to it. */
export async function startPooler(serverUrl: string, size: number): Promise<Pooler> {
  const address = new URL(serverUrl);
  const login = { user: address.username, password: address.password, database: address.pathname.slice(1) };
  let port = Number(address.port);
  const idle: Backend[] = [];
  const all = new Set<Backend>();
  const waiting: (() => void)[] = [];
  let made = 0;
  const clients = new Set<Socket>();
  let statements = 0;

  const drop = (backend: Backend) => {
    if (!all.delete(backend)) return;
    made -= 1;
    const index = idle.indexOf(backend);
    if (index >= 0) idle.splice(index, 1);
    backend.socket.destroy();
    waiting.shift()?.();
  };
  const giveBack = (backend: Backend) => {
    backend.client = () => {};
    backend.lost = () => {};
    idle.push(backend);
    waiting.shift()?.();
  };
  const take = async (): Promise<Backend> => {
    for (;;) {
      const free = idle.pop();
      if (free) return free;
      if (made < size) {
        made += 1;
        try {
          const backend = await signIn(port, login);
          all.add(backend);
          backend.client = () => {};
          backend.socket.on('close', () => {
            backend.lost();
            drop(backend);
          });
          return backend;
        } catch (error) {
          made -= 1;
          waiting.shift()?.();
          throw error;
        }
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };

  const serve = (socket: Socket) => {
    clients.add(socket.setNoDelay(true));
    const messages = new Messages(false);
    let backend: Backend | null = null;
    let asked = 0; // answers that are still to come
    let queue = Promise.resolve();
    const leave = () => {
      clients.delete(socket);
      if (backend) drop(backend); // in a transaction, perhaps: the server rolls it back
      backend = null;
    };
    const answer = (one: Message) => {
      socket.write(one.bytes);
      if (one.type !== 'Z') return;
      asked -= 1;
      if (asked > 0 || one.bytes[5] !== IDLE || !backend) return;
      const free = backend;
      backend = null;
      giveBack(free);
    };
    const heed = async ({ type, bytes }: Message) => {
      if (type === 'ssl') return void socket.write('N');
      if (type === 'startup') {
        const first = await take();
        socket.write(Buffer.concat([AUTHENTICATED, ...first.parameters, READY]));
        return giveBack(first);
      }
      if (type === 'X') return void socket.end();
      if (!backend) {
        backend = await take();
        backend.client = answer;
        backend.lost = () => socket.destroy();
      }
      if (type === 'Q' || type === 'S') {
        asked += 1;
        statements += 1;
      }
      backend.socket.write(bytes);
    };
    socket.on('data', (chunk: Buffer) => {
      for (const one of messages.push(chunk)) queue = queue.then(() => heed(one)).catch(() => void socket.destroy());
    });
    socket.on('error', leave);
    socket.on('close', leave);
  };

  const server = createServer(serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address.port = String((server.address() as AddressInfo).port);
  return {
    url: address.href,
    lead(other) {
      port = other;
      for (const backend of [...all]) drop(backend);
    },
    statements: () => statements,
    close() {
      server.close();
      for (const socket of clients) socket.destroy();
      for (const backend of [...all]) drop(backend);
    },
  };
}
