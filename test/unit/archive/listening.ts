/** Listening: a server of a test on a free port of this machine, closed with all its connections when the test ends. */

import { once } from 'node:events';
import type { Server } from 'node:net';

/** Resolves with the port once the server listens on it. */
export async function listening(
  t: { after(end: () => void): void },
  server: Server & { closeAllConnections(): void },
): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}
