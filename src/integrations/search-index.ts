/** The full-text search: an index of all codes and guides in both languages, made after the build. */
import {
  createReadStream,
  existsSync,
  globSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import type { Code } from '../model/case.ts';
import { recordsOf } from '../search/full-text-records.ts';
import { siteBase } from './site-base.ts';

type Index = NonNullable<pagefind.NewIndexResponse['index']>;

/** Records share files, so that a hundred thousand codes do not make as many files. */
const filesPerLanguage = 64;

/** Pagefind's own interfaces, of which this site uses none. */
const unused = /(?:-ui|-highlight)\.(?:js|css)$/;

/**
 * Builds `pagefind/` in the output folder; `astro dev` serves that of the last build.
 *
 * Codes are indexed from the data of ingest rather than from their pages: a page repeats its texts
 * for every document and says "Copy link" to everybody. Of the HTML pages only the guides count;
 * lists would stand in the way of what they list.
 */
export function searchIndex(): AstroIntegration {
  let output = '';
  let base = '/';
  let codes = '';
  let begun: Promise<{ index: Index; records: number }> | undefined;
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        output = fileURLToPath(config.outDir);
        base = siteBase(config);
        codes = fileURLToPath(new URL('content/codes/', config.srcDir));
      },
      'astro:server:setup': ({ server, logger }) => {
        const folder = join(output, 'pagefind');
        if (!existsSync(folder)) {
          logger.warn(
            'There is no index yet: `npm run build` makes it. Codes are found without it.',
          );
        }
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname;
          const start = [`${base}pagefind/`, '/pagefind/'].find((one) => path.startsWith(one));
          const file = start && join(folder, decodeURIComponent(path.slice(start.length)));
          if (!file?.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) {
            next();
            return;
          }
          response.setHeader('Content-Type', typeOf(file));
          createReadStream(file).pipe(response);
        });
      },
      'astro:build:start': () => {
        begun = beginIndex(codes);
        // Told when the pages are done, not as an error that nobody waits for.
        begun.catch(() => {});
      },
      'astro:build:done': async ({ logger }) => {
        const { index, records } = await (begun ?? beginIndex(codes));
        const guides = await addGuides(index, output);
        check(await index.writeFiles({ outputPath: join(output, 'pagefind') }));
        for (const file of readdirSync(join(output, 'pagefind'))) {
          if (unused.test(file)) rmSync(join(output, 'pagefind', file));
        }
        await pagefind.close();
        logger.info(`${records} texts of codes and ${guides} guides indexed`);
      },
    },
  };
}

/** Pagefind is a program of its own: it reads the codes while Astro renders the pages. */
async function beginIndex(codes: string): Promise<{ index: Index; records: number }> {
  const { index } = check(await pagefind.createIndex({ maxFragments: filesPerLanguage }));
  if (!index) throw new Error('Pagefind made no index.');
  return { index, records: await addCodes(index, codes) };
}

async function addCodes(index: Index, folder: string): Promise<number> {
  let records = 0;
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    const data = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { codes: Code[] };
    for (const record of data.codes.flatMap(recordsOf)) {
      check(await index.addCustomRecord(record));
      records += 1;
    }
  }
  return records;
}

async function addGuides(index: Index, output: string): Promise<number> {
  let guides = 0;
  for (const path of globSync('*/guides/*/index.html', { cwd: output }).sort()) {
    const content = readFileSync(join(output, path), 'utf8');
    // Starlight sets it where the front matter does not say `pagefind: false`.
    if (!content.includes('data-pagefind-body')) continue;
    check(await index.addHTMLFile({ sourcePath: path.split(sep).join('/'), content }));
    guides += 1;
  }
  return guides;
}

/** @throws With what Pagefind says, when it says that something went wrong. */
function check<Answer extends { errors: string[] }>(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
}

function typeOf(file: string): string {
  if (file.endsWith('.js')) return 'text/javascript; charset=utf-8';
  if (file.endsWith('.json')) return 'application/json; charset=utf-8';
  return 'application/octet-stream';
}
