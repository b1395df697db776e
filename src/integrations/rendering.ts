import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  AstroConfig,
  AstroIntegration,
  AstroIntegrationLogger,
  AstroPrerenderer,
} from 'astro';
import { guardPage } from '../security/guard-page.ts';

/** Time between two messages about the progress of the build (ms). */
const reportInterval = 10_000;

/** Starlight's styles for paper, which src/styles/print.css replaces. */
const starlightPrint = /<link rel="stylesheet" href="[^"]*" media="print"\s*\/?>/;

/**
 * Wraps Astro's renderer: inserts the Content-Security-Policy into each page, writes the responses of
 * endpoints (short links, data, Markdown twins) at once, and reports progress. For each of these small
 * files, four for each code, Astro would wait for the disk four times and print a line, which takes
 * several times as long as rendering it.
 */
export function rendering(base: string): AstroIntegration {
  let config: AstroConfig;
  return {
    name: 'rendering',
    hooks: {
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        setPrerenderer((astro) => guardAndWrite(astro, config, base, logger));
      },
    },
  };
}

/** Astro's renderer, with a policy in each page and endpoints written ahead of the pages. */
function guardAndWrite(
  astro: AstroPrerenderer,
  config: AstroConfig,
  base: string,
  logger: AstroIntegrationLogger,
): AstroPrerenderer {
  const folder = fileURLToPath(config.outDir);
  const progress = reportProgress(logger);
  const render: AstroPrerenderer['render'] = async (request, options) => {
    const rendered = await astro.render(request, options);
    const response = rendered instanceof Response ? rendered : rendered.response;
    progress.step();
    if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
    const path = fileOf(decodeURI(new URL(request.url).pathname).slice(base.length));
    const html = (await response.text()).replace(starlightPrint, '');
    const page = guardPage(path, html);
    return new Response(page, response);
  };
  return {
    ...astro,
    name: 'rendering',
    async getStaticPaths() {
      const all = await astro.getStaticPaths();
      const endpoints = all.filter(({ route }) => route.type === 'endpoint');
      progress.start(all.length);
      // Of two routes with one path the first one counts, as in Astro.
      const written = new Set<string>();
      const folders = new Set<string>();
      for (const { pathname, route } of endpoints) {
        const path = pathname.replace(/^\//, '');
        if (written.has(path)) continue;
        written.add(path);
        const url = new URL(encodeURI(base + path), config.site ?? 'http://localhost:4321');
        const answer = await render(new Request(url), { routeData: route });
        const { status, body } = answer instanceof Response ? answer : answer.response;
        if (status !== 200 || !body) throw new Error(`${path}: its endpoint answers ${status}.`);
        const file = join(folder, path);
        if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
        folders.add(dirname(file));
        writeFileSync(file, new Uint8Array(await new Response(body).arrayBuffer()));
      }
      return all.filter(({ route }) => route.type !== 'endpoint');
    },
    render,
  };
}

/** The file of an address: `en/apig/` → `en/apig/index.html`, `404` → `404.html`. */
function fileOf(path: string): string {
  if (path === '' || path.endsWith('/')) return `${path}index.html`;
  return path.endsWith('.html') ? path : `${path}.html`;
}

function reportProgress(logger: AstroIntegrationLogger) {
  let [all, done, reported] = [0, 0, 0];
  return {
    start(count: number) {
      [all, reported] = [count, performance.now()];
      logger.info(`${all} pages and files`);
    },
    step() {
      done += 1;
      if (performance.now() - reported < reportInterval) return;
      reported = performance.now();
      logger.info(`${done} of ${all}`);
    },
  };
}
