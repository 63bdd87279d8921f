import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between a phone and the server: it hands everything on, and fails on command. */
export interface FailingProxy {
  origin: string;
  /** What it does with a request: hands it on, answers 502, or says nothing until it is told otherwise. */
  treat: (path: string) => 'hand on' | 'bad gateway' | 'hold';
  close: () => void;
}

/** A proxy before the server at this port. */
export async function startProxy(port: number): Promise<FailingProxy> {
  const proxy: FailingProxy = { origin: '', treat: () => 'hand on', close: () => undefined };
  const server = createServer((asked, answer) => {
    const { method, url: path = '/', headers } = asked;
    const how = proxy.treat(path);
    if (how === 'bad gateway') answer.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
    if (how !== 'hand on') return;
    const handed = request({ port, method, path, headers, host: '127.0.0.1' }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    handed.on('error', () => answer.destroy());
    asked.pipe(handed);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  proxy.origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  proxy.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return proxy;
}
