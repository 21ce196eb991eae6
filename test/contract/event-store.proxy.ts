import { connect, createServer, type Socket } from 'node:net';

export type Proxy = Readonly<{
  port: number;
  cut(): void;
  /** What the server says over the connections of now never arrives; what is said to it does. */
  loseAnswers(): void;
  /** Cuts, and turns everybody away until so many have tried. */
  turnAway(tries: number): Promise<void>;
  close(): Promise<void>;
}>;

/** Stands between a client and a server that nobody may stop, so that its connections can be cut. */
export const proxyTo = async (host: string, port: number): Promise<Proxy> => {
  const sockets = new Set<Socket>();
  const servers = new Set<Socket>();
  let refusing = 0;
  let relent: () => void = () => undefined;
  const server = createServer((incoming) => {
    if (refusing > 0) {
      refusing -= 1;
      if (refusing === 0) relent();
      incoming.destroy();
      return;
    }
    const outgoing = connect(port, host);
    servers.add(outgoing);
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        servers.delete(outgoing);
        incoming.destroy();
        outgoing.destroy();
      });
    }
    incoming.pipe(outgoing).pipe(incoming);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const loseAnswers = () => {
    for (const socket of servers) socket.unpipe().resume();
  };
  const turnAway = (tries: number) =>
    new Promise<void>((resolve) => {
      refusing = tries;
      relent = resolve;
      cut();
    });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      cut();
    });
  return { port: address.port, cut, loseAnswers, turnAway, close };
};
