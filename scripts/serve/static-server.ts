import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { chooseEncoding } from './choose-encoding.ts';
import { locate } from './locate.ts';
import { type Representation, readRepresentation } from './read-representation.ts';

export interface ServerOptions {
  /** Folder to serve. It may be swapped for another while the server runs. */
  root: string;
  /** Path under which the site was built, such as "/docs/errors". */
  base?: string;
  /** 0 or absent takes any free port. */
  port?: number;
  /** Address to listen on; this machine alone unless told otherwise. */
  host?: string;
}

export interface StaticServer {
  /** Address of the site's root, with base and trailing slash. */
  url: string;
  /** Stop at once, open connections included. */
  close(): Promise<void>;
}

/**
 * Serve a folder of files over HTTP the way static hosts do: index.html of folders, 301 to the
 * trailing slash, 404.html, content types, ETag, compression. For trying and testing the site, not
 * for the open internet.
 *
 * @throws When the port is taken or the address is not one of this machine.
 * @example
 *   const server = await startServer({ root: 'dist' });
 *   await fetch(`${server.url}en/`);
 *   await server.close();
 */
export async function startServer(options: ServerOptions): Promise<StaticServer> {
  const { port = 0, host = '127.0.0.1' } = options;
  const root = resolve(options.root);
  const base = normaliseBase(options.base ?? '/');
  const server = createServer((request, response) => {
    answer(request, response, root, base).catch((error: unknown) => {
      console.error(`${request.url}: ${String(error)}`);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'Internal server error');
    });
  });
  await new Promise<void>((done, reject) => {
    server.once('error', reject);
    server.listen(port, host, done);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** "docs/errors" and "/docs/errors/" are the same base: "/docs/errors/". */
function normaliseBase(base: string): string {
  return `/${base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  base: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendText(response, 405, 'Method not allowed');
  }
  const place = await locate(request.url ?? '/', root, base);
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  switch (place.kind) {
    case 'malformed':
      return sendText(response, 400, 'Bad request');
    case 'redirect':
      response.setHeader('Location', place.location);
      return sendText(response, 301, 'Moved permanently');
    case 'file':
      return send(request, response, 200, await readRepresentation(place.path, encoding));
    case 'missing':
      if (place.page === undefined) return sendText(response, 404, 'Not found');
      return send(request, response, 404, await readRepresentation(place.page, encoding));
  }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: 200 | 404,
  { body, type, encoding, etag }: Representation,
): void {
  response.setHeader('Content-Type', type);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Vary', 'Accept-Encoding');
  // Browsers ask each time, so that a new build shows at once.
  response.setHeader('Cache-Control', 'no-cache');
  if (status === 200) {
    response.setHeader('ETag', etag);
    if (matches(request.headers['if-none-match'], etag)) {
      response.writeHead(304).end();
      return;
    }
  }
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', body.byteLength);
  response.writeHead(status);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Weak comparison of RFC 9110, 13.1.2; our tags hold no comma. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = ifNoneMatch?.split(',').map((tag) => tag.trim()) ?? [];
  return tags.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag.replace(/^W\//, ''));
}

function sendText(response: ServerResponse, status: number, text: string): void {
  const body = Buffer.from(`${text}\n`);
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Content-Length', body.byteLength);
  response.writeHead(status);
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
