import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RouteData } from 'astro';
import { guardPage } from '../security/guard-page.ts';

/** Where the rendered pages and files go. */
export interface Output {
  /** Path of the site's folder. */
  folder: string;
  /** With "/" at both ends. */
  base: string;
  /** Address of the site's host. */
  site: string;
}

/** Starlight's styles for paper, which src/styles/print.css replaces. */
const starlightPrint = /<link rel="stylesheet" href="[^"]*" media="print"\s*\/?>/;

/** Returns a function that renders a path of a route and writes what comes. */
export function createWriter(
  render: (request: Request, route: RouteData) => Promise<Response>,
  { folder, base, site }: Output,
) {
  const folders = new Set<string>();
  const writeFile = (path: string, content: string | Uint8Array) => {
    const file = join(folder, path);
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    folders.add(dirname(file));
    writeFileSync(file, content);
  };
  /** @throws With the path, if rendering does or if no reader should get what comes. */
  return async (pathname: string, route: RouteData): Promise<void> => {
    const trimmed = pathname.replace(/^\/|\/$/g, '');
    const path = route.type === 'page' && trimmed ? `${trimmed}/` : trimmed;
    const request = new Request(new URL(encodeURI(base + path), site));
    const answer = await render(request, route).catch((error: unknown) => {
      throw new Error(`${path}: ${error instanceof Error ? error.message : error}`);
    });
    // The page for unknown addresses answers 404.
    if (!answer.body || (answer.status !== 200 && path !== '404/'))
      throw new Error(`${path}: rendering it gives the status ${answer.status}.`);
    if (!answer.headers.get('Content-Type')?.startsWith('text/html')) {
      writeFile(path, new Uint8Array(await answer.arrayBuffer()));
      return;
    }
    const file = route.type === 'page' ? fileOf(path) : path;
    const html = (await answer.text()).replace(starlightPrint, '');
    writeFile(file, guardPage(file, html));
  };
}

/** The file of a page: `en/apig/` → `en/apig/index.html`, `404/` → `404.html`. */
const fileOf = (path: string) => (path === '404/' ? '404.html' : `${path}index.html`);
