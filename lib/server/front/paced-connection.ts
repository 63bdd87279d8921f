import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { countArrival } from './arrivals.ts';

/** Between two requests that follow each other on a connection, where the first has no body of a given length. */
const BLANK_LINE = Buffer.from('\r\n\r\n');
/** No request is shorter: a blank line before it ends none. */
const SHORTEST_REQUEST = 16;
/** In a body a blank line means nothing: it is handed on in pieces of at least this, with some twenty requests behind. */
const LEAST_OF_BODY = 512;

/** How long a client that was refused may still send before the connection is cut. */
const LINGER_MS = 2_000;

/** One request of a connection and its answer. */
interface Turn {
  request: IncomingMessage;
  response: ServerResponse;
}

/**
 * A connection that hands the parser one request at a time. Node parses all that arrives: 64 KB hold 2,500 requests, and
 * each would be worked on at once and its answer kept until those before it have left. Here the next one is not parsed
 * before the answer is out, and what the client has sent meanwhile stays where it is, at last with the client: nobody is
 * turned away for sending several, and a connection takes no more room than one request.
 */
export class PacedConnection extends Duplex {
  readonly #socket: Socket;
  /** Taken from the socket and not yet handed on. */
  #rest: Buffer = Buffer.alloc(0);
  #isWanted = false;
  #isScheduled = false;
  #hasEnded = false;
  /** What follows is of no interest: the connection has been refused. */
  #isDeaf = false;
  /** Being answered, and those that came behind it in the same piece. */
  #turns: (Turn & { answer: () => void })[] = [];
  /** The request parsed last, whose body may still be coming. */
  #last: IncomingMessage | null = null;

  constructor(socket: Socket) {
    super({ readableHighWaterMark: 1 });
    this.#socket = socket;
    socket.on('readable', () => this.#schedule());
    socket.on('end', () => {
      this.#hasEnded = true;
      this.#schedule();
    });
    socket.on('timeout', () => this.emit('timeout'));
    socket.on('error', (error) => this.destroy(error));
    socket.on('close', () => this.destroy());
  }

  get remoteAddress(): string | undefined {
    return this.#socket.remoteAddress;
  }

  /** Whether something of the answer to the request under way may have left. */
  get isAnswering(): boolean {
    return this.#turns[0]?.response.headersSent ?? false;
  }

  setTimeout(milliseconds: number, then?: () => void): this {
    this.#socket.setTimeout(milliseconds, then);
    return this;
  }

  /** As a socket's: Node calls it after the last answer of a connection. */
  destroySoon(): void {
    this.refuse('');
  }

  /** Says one thing more and listens to nothing; what still comes is drained, since closing on it would cut the answer. */
  refuse(text: string): void {
    this.#isDeaf = true;
    this.#rest = Buffer.alloc(0);
    this.end(text);
    this.#socket.removeAllListeners('readable').resume();
    setTimeout(() => this.destroy(), LINGER_MS).unref();
  }

  /** Answers a request once those before it on this connection have been. */
  inTurn(turn: Turn, answer: () => void): void {
    this.#last = turn.request;
    this.#turns.push({ ...turn, answer });
    turn.response.once('close', () => this.#next());
    if (this.#turns.length === 1) answer();
  }

  #next(): void {
    this.#turns.shift();
    const [turn] = this.#turns;
    if (turn && !this.destroyed) turn.answer();
    // After everybody else's: a connection that always has a next one must not keep the process to itself.
    setImmediate(() => this.#schedule());
  }

  /** Whether the parser may have more: the rest of the request under way, or the next one. */
  #mayGoOn(): boolean {
    const [turn, ...others] = this.#turns;
    return turn === undefined || (others.length === 0 && !turn.request.complete);
  }

  /** Later and not now, so that what the piece before has led to is known. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    process.nextTick(() => {
      this.#isScheduled = false;
      this.#handOn();
    });
  }

  #handOn(): void {
    if (!this.#isWanted || this.#isDeaf || this.destroyed || !this.#mayGoOn()) return;
    if (this.#rest.length === 0) this.#rest = (this.#socket.read() as Buffer | null) ?? this.#rest;
    if (this.#rest.length > 0) {
      const piece = this.#rest.subarray(0, this.#pieceLength());
      this.#rest = this.#rest.subarray(piece.length);
      this.#isWanted = false;
      this.push(piece);
    } else if (this.#hasEnded) {
      this.#isWanted = false;
      this.push(null);
    }
  }

  /** To the end of the next request, as far as that can be seen without parsing. */
  #pieceLength(): number {
    const least = this.#last?.complete === false ? LEAST_OF_BODY : SHORTEST_REQUEST;
    const at = this.#rest.indexOf(BLANK_LINE, least - BLANK_LINE.length);
    return at < 0 ? this.#rest.length : at + BLANK_LINE.length;
  }

  override _read(): void {
    this.#isWanted = true;
    this.#schedule();
  }

  override _write(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#socket.write(chunk, encoding, done);
  }

  override _writev(chunks: { chunk: Buffer; encoding: BufferEncoding }[], done: (error?: Error | null) => void): void {
    this.#socket.cork();
    for (const [at, { chunk, encoding }] of chunks.entries()) {
      this.#socket.write(chunk, encoding, at === chunks.length - 1 ? done : undefined);
    }
    this.#socket.uncork();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#socket.end(() => done());
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }
}

/** Lets a server see its connections one request at a time. */
export function paceConnections(server: Server): void {
  const listeners = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (socket) => {
    countArrival();
    const paced = new PacedConnection(socket);
    for (const listener of listeners) listener.call(server, paced);
  });
}

/** Answers a request when it is its turn on its connection; at once where nothing paces it. */
export function answerInTurn(request: IncomingMessage, response: ServerResponse, answer: () => void): void {
  const connection: unknown = request.socket;
  if (connection instanceof PacedConnection) connection.inTurn({ request, response }, answer);
  else answer();
}
