import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import compression from 'compression';
import { lookup } from 'mrmime';
import sirv from 'sirv';

export interface ServerOptions {
  /** Folder to serve. A build may replace it while the server runs. */
  root: string;
  /** Path below which the site was built, such as "/docs/errors". */
  base?: string;
  /** 0 or absent takes any free port. */
  port?: number;
  /** Address to listen on; by default other machines cannot connect. */
  host?: string;
}

export interface StaticServer {
  /** Address of the site's root, with base and trailing slash. */
  url: string;
  /** Stops at once, open connections included. */
  close(): Promise<void>;
}

/**
 * Serves a folder over HTTP as static hosts do, for local use and tests. `sirv` reads the files;
 * what it does not offer is added here: the redirect to the trailing slash, the base path,
 * 404.html, the charset of every text, and compression.
 *
 * @throws When the port is taken or the address is not one of this machine.
 * @example
 *   const server = await startServer({ root: 'dist' });
 *   await fetch(`${server.url}en/`);
 *   await server.close();
 */
export async function startServer(options: ServerOptions): Promise<StaticServer> {
  const { port = 0, host = '127.0.0.1' } = options;
  const base = `/${options.base ?? ''}/`.replace(/\/+/g, '/');
  const server = createServer(createHandler(resolve(options.root), base));
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

function createHandler(root: string, base: string) {
  const compress = compression();
  // In `dev` mode each request reads the disk, so that a new build shows at once.
  const serveFile = sirv(root, { dev: true, etag: true, setHeaders: setContentType });
  return (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return sendText(response, 405, 'Method not allowed');
    }
    const [, path = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(request.url ?? '') ?? [];
    if (!path.startsWith('/')) return sendText(response, 400, 'Bad request');
    const redirect = () => {
      response.setHeader('Location', `${path}/${query}`);
      sendText(response, 301, 'Moved permanently');
    };
    if (`${path}/` === base) return redirect();
    const notFound = () => sendNotFound(response, join(root, '404.html'));
    const decoded = decodePath(path);
    // No segment is empty or consists of dots, so the path stays within the folder.
    if (!decoded?.startsWith(base) || /\/(\.{0,2})\/|\/\.{1,2}$|\\/.test(decoded))
      return notFound();
    const inside = decoded.slice(base.length - 1);
    if (!inside.endsWith('/') && existsSync(join(root, inside, 'index.html'))) return redirect();
    if (inside.startsWith('/api/')) response.setHeader('Access-Control-Allow-Origin', '*');
    request.url = path.slice(base.length - 1) + query;
    // Files are small, and sirv answers some ranges wrongly; others end the process.
    delete request.headers.range;
    compress(request as never, response as never, () => serveFile(request, response, notFound));
  };
}

/** The decoded path; undefined if no file can have it, such as `/%ZZ`. */
function decodePath(path: string): string | undefined {
  try {
    const decoded = decodeURI(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** `sirv` adds the charset only to HTML, and an empty type to files of unknown type. */
function setContentType(response: ServerResponse, path: string): void {
  const name = path.endsWith('/') ? 'index.html' : path;
  const unnamed = path.endsWith('.ndjson') ? 'application/x-ndjson' : 'application/octet-stream';
  const type = lookup(name) ?? unnamed;
  const isText = /^text\/|javascript|json|xml/.test(type);
  response.setHeader('Content-Type', isText ? `${type}; charset=utf-8` : type);
}

function sendNotFound(response: ServerResponse, page: string): void {
  if (existsSync(page)) {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.writeHead(404).end(readFileSync(page));
  } else sendText(response, 404, 'Not found');
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.writeHead(status).end(`${text}\n`);
}
