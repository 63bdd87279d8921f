import { connect, type Socket } from 'node:net';

const PORT = Number(process.env.E2E_PORT);

export interface RawAnswer {
  status: number;
  head: string;
  body: string;
}

function parse(text: string): RawAnswer {
  const [head = '', ...body] = text.replace(/^HTTP\/1\.1 100 .*\r\n\r\n/, '').split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head, body: body.join('\r\n\r\n') };
}

/**
 * Writes bytes to the server as they are, which no HTTP client would do, and reads until the server closes or
 * `ends` says that the answer is whole.
 */
export function sendRaw(
  write: string | ((socket: Socket) => void),
  { port = PORT, ends = (_text: string): boolean => false } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => {
      if (typeof write === 'string') socket.write(write, 'latin1');
      else write(socket);
    });
    const settle = () => {
      socket.destroy();
      resolve(parse(text));
    };
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (ends(text)) settle();
    });
    socket.on('close', settle);
    socket.on('error', (error) => (text ? settle() : reject(error)));
  });
}

/** One request that asks the server to close after it. */
export function rawRequest(line: string, headers: readonly string[] = [], body = ''): string {
  return [`${line} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', body].join('\r\n');
}
