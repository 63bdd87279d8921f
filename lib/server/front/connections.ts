import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Watches what is open on a server, so that it can be closed in order: nothing new is taken, what is under way is
 * answered and its connection closed, where nothing is under way it is closed at once.
 *
 * @param longestMs after which the rest is cut
 * @returns closes it
 */
export function watchConnections(server: Server, longestMs: number): () => Promise<void> {
  const sockets = new Set<Socket>();
  const answers = new Set<ServerResponse>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', (_request, answer) => {
    answers.add(answer);
    answer.once('close', () => answers.delete(answer));
  });
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy(); // which Node takes for busy
      for (const answer of lastOfEach(answers)) if (!answer.headersSent) answer.setHeader('connection', 'close');
      setTimeout(cut, longestMs).unref();
    });
}

/** Of several answers on one connection the last one closes it. */
function lastOfEach(answers: Iterable<ServerResponse>): Iterable<ServerResponse> {
  const last = new Map<Socket | null, ServerResponse>();
  for (const answer of answers) last.set(answer.req.socket, answer);
  return last.values();
}
