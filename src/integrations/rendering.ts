import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type {
  AstroConfig,
  AstroIntegration,
  AstroIntegrationLogger,
  AstroPrerenderer,
} from 'astro';
import { addSeen } from '../security/guard-page.ts';
import type { Answer, Order, Start } from './render-thread.ts';
import { createWriter, type Output } from './write-rendered.ts';

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/**
 * Wraps Astro's renderer: pages and files are rendered in two threads and written at once, pages with
 * their Content-Security-Policy. Astro has one thread; for each of the small files, four for each code,
 * it would wait for the disk four times and print a line, which takes several times as long as
 * rendering it.
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
        setPrerenderer((astro) => writeAhead(astro, config, base, logger));
      },
    },
  };
}

/** Astro's renderer, for which all pages and files are written before it is asked for the first. */
function writeAhead(
  astro: AstroPrerenderer,
  config: AstroConfig,
  base: string,
  logger: AstroIntegrationLogger,
): AstroPrerenderer {
  const folder = fileURLToPath(config.outDir);
  const output = { folder, base, site: config.site ?? 'http://localhost:4321' };
  const write = createWriter(async (request, routeData) => {
    const rendered = await astro.render(request, { routeData });
    return rendered instanceof Response ? rendered : rendered.response;
  }, output);
  const isWritten = ({ type }: Path['route']) => type === 'page' || type === 'endpoint';
  return {
    ...astro,
    name: 'rendering',
    async getStaticPaths() {
      const all = await astro.getStaticPaths();
      // Of two routes with one path the first one counts, as in Astro.
      const written = all.filter(({ route }) => isWritten(route)).reverse();
      const paths = [...new Map(written.map((path) => [path.pathname, path])).values()].reverse();
      await writeAll(paths, write, output, reportProgress(paths.length, logger));
      // Those that are written are only counted, for the site map.
      return all.filter(({ route }) => route.type !== 'endpoint');
    },
    render: async (request, options) =>
      isWritten(options.routeData) ? new Response(null) : astro.render(request, options),
  };
}

/** Paths that the second thread gets at a time, and parts ahead, so that it does not wait for this one. */
const [partSize, partsAhead] = [20, 3];

/** Renders and writes all paths, with a second thread where there is a second processor. */
async function writeAll(
  all: readonly Path[],
  write: ReturnType<typeof createWriter>,
  output: Output,
  reportDone: (count: number) => void,
): Promise<void> {
  // Guides may have images, which Astro makes of what is rendered in this thread.
  const isGuide = ({ route }: Path) => !route.component.startsWith('src/pages/');
  for (const { pathname, route } of all.filter(isGuide)) await write(pathname, route);
  const paths = all.filter((path) => !isGuide(path));
  let next = 0;
  const take = (count: number) => {
    const part = paths.slice(next, next + count);
    next += part.length;
    return part;
  };
  const here = async () => {
    for (let [path] = take(1); path; [path] = take(1)) {
      await write(path.pathname, path.route);
      reportDone(1);
      // Messages of the thread come in between.
      await new Promise((done) => setImmediate(done));
    }
  };
  if (availableParallelism() === 1) return here();
  const thread = startThread(output);
  const there = async () => {
    for (let part = take(partSize); part.length > 0; part = take(partSize)) {
      const answer = await thread.ask(
        part.map(({ pathname, route }) => ({ pathname, component: route.component })),
      );
      if ('failed' in answer) {
        const { pathname, error } = answer.failed ?? {};
        const path = part.find((one) => one.pathname === pathname);
        // Here Astro says what is wrong, and where.
        if (path) await write(path.pathname, path.route);
        throw new Error(`${pathname}: it was not rendered in a second thread: ${error}`);
      }
      reportDone(part.length);
    }
  };
  try {
    await Promise.all([here(), ...Array.from({ length: partsAhead }, there)]);
    const answer = await thread.ask('finish');
    if ('seen' in answer) addSeen(answer.seen);
  } finally {
    await thread.end();
  }
}

/** Starts the second thread. It answers in the order in which it is asked. */
function startThread(output: Output) {
  const folder = join(output.folder, '.prerender');
  const entry = readdirSync(folder).find((name) => name.endsWith('.mjs'));
  if (!entry)
    throw new Error(`${folder}: Astro has put no module there. Adapt ${import.meta.url}.`);
  const start: Start = { ...output, entry: pathToFileURL(join(folder, entry)).href };
  const worker = new Worker(new URL('./render-thread.ts', import.meta.url), { workerData: start });
  const failure = once(worker, 'exit').then(() => {
    throw new Error('The second thread of rendering ended.');
  });
  failure.catch(() => {});
  const waiting: ((answer: Answer) => void)[] = [];
  worker.on('message', (answer: Answer) => waiting.shift()?.(answer));
  return {
    ask(order: Order): Promise<Answer> {
      worker.postMessage(order);
      return Promise.race([failure, new Promise<Answer>((done) => waiting.push(done))]);
    },
    end: () => worker.terminate(),
  };
}

/** Time between two messages about the progress of the build (ms). */
const reportInterval = 10_000;

function reportProgress(all: number, logger: AstroIntegrationLogger) {
  let [done, reported] = [0, performance.now()];
  logger.info(`${all} pages and files`);
  return (count: number) => {
    done += count;
    if (performance.now() - reported < reportInterval) return;
    reported = performance.now();
    logger.info(`${done} of ${all}`);
  };
}
