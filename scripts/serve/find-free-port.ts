import { createServer } from 'node:net';

/**
 * Find a port nobody listens on, going upwards.
 *
 * A port counts as free only if `localhost` leads to us by either protocol: a server on `::1`,
 * such as `astro dev`, would otherwise answer for the address that is printed.
 *
 * @param from The port to try first.
 * @param host The address to listen on.
 * @param attempts How many ports to try.
 * @throws When all of them are taken, or the address is not one of this machine.
 * @example await findFreePort(4321, '127.0.0.1') // => 4321, or 4322 when it is taken
 */
export async function findFreePort(from: number, host: string, attempts = 100): Promise<number> {
  const last = Math.min(from + attempts - 1, 65535);
  for (let port = from; port <= last; port++) {
    if ((await isFree(port, host)) && (await isFree(port, '::1', true))) return port;
  }
  throw new Error(`The ports ${from} to ${last} are all taken. Choose another with --port.`);
}

function isFree(port: number, host: string, mayLackAddress = false): Promise<boolean> {
  return new Promise((done, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      // EACCES: a port that only root may use.
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') done(false);
      else if (mayLackAddress) done(true);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(true)));
  });
}
