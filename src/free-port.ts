import { once } from 'node:events';
import { createServer } from 'node:net';

type Address = Readonly<{ port: number; host: string }>;

const SENTENCES: Readonly<Record<string, (address: Address) => string>> = {
  EADDRINUSE: ({ port }) => `Port ${port} is taken. Stop what listens there, or set PORT to another number.`,
  EACCES: ({ port }) => `You may not listen on port ${port}. Set PORT to a number above 1023.`,
  EADDRNOTAVAIL: ({ host }) => `This machine does not have the address ${host}. Remove HOST, or correct it.`,
  ENOTFOUND: ({ host }) => `This machine does not know the name ${host}. Remove HOST, or correct it.`,
};

/**
 * Looks before anything else is begun, so that nobody waits for a database only to hear this.
 * @throws Error with a sentence for the person at the terminal.
 */
export const requireFreePort = async (address: Address): Promise<void> => {
  const probe = createServer();
  try {
    probe.listen(address.port, address.host);
    await once(probe, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Error(SENTENCES[code]?.(address) ?? String(error), { cause: error });
  }
  probe.close();
  await once(probe, 'close');
};
