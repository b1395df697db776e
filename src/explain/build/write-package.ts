/** Makes the package of `explain` out of a built site. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createTarGzip } from 'nanotar';
import type { ApiIndex, ApiLookup } from '../../api/schema.ts';
import type { SiteSettings } from '../../model/site-settings.ts';
import type { Words } from '../../search/words.ts';
import { type ProgramData, renderShort, type ShortCode } from '../data.ts';

/** Where the package is, from the root of the site. */
export const packageFile = 'download/explain.tgz';

/**
 * Writes the package that `npm install -g` takes: the program, its data, and nothing to install
 * besides. Its bytes depend on the site alone.
 *
 * @param folder The built site; `search/` and `api/` must be complete.
 * @param site Address of the site, with base and trailing slash.
 * @returns Size of the package in bytes.
 */
export async function writePackage(
  folder: string,
  site: string,
  settings: SiteSettings,
): Promise<number> {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const load = <T>(path: string) => JSON.parse(read(path)) as T;
  const index = load<ApiIndex>('api/v1/index.json');
  const data: ProgramData = {
    name: settings.name,
    site,
    words: {
      en: load<Words>('search/words-en.json'),
      'zh-CN': load<Words>('search/words-zh-cn.json'),
    },
    documents: Object.fromEntries(
      index.catalogs.flatMap(({ id, variants }) =>
        variants.map((variant) => [`${id}/${variant.id}`, variant.name]),
      ),
    ),
  };
  const manifest = {
    name: 'explain-error-codes',
    version: '1.0.0',
    description: settings.description.en,
    homepage: site,
    type: 'module',
    bin: { explain: './main.js' },
    engines: { node: '>=20' },
    license: 'SEE LICENSE IN README.md',
  };
  const files: [name: string, content: string | Uint8Array, mode?: string][] = [
    ['package.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ['README.md', readmeOf(settings, site)],
    ['data.json', JSON.stringify(data)],
    ['core.json', read('search/core.json')],
    ['texts.json', read('search/texts.json')],
    ['short.ndjson', readShortCodes(folder).map(renderShort).join('')],
    ['codes.ndjson', read('api/v1/all.ndjson')],
    ...(await bundleProgram()),
  ];
  const archive = await createTarGzip(
    files.map(([name, content, mode = '644']) => ({
      name: `package/${name}`,
      data: content,
      attrs: { mode, mtime: 0, uid: 0, gid: 0, user: '', group: '' },
    })),
  );
  const path = join(folder, packageFile);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, archive);
  return archive.byteLength;
}

/** Every code once, from the files that programs fetch. */
function readShortCodes(folder: string): ShortCode[] {
  const lookups = join(folder, 'api/v1/lookup');
  const codes = readdirSync(lookups)
    .sort()
    .flatMap((name) => (JSON.parse(readFileSync(join(lookups, name), 'utf8')) as ApiLookup).codes);
  return [...new Map(codes.map((code) => [`${code.catalog} ${code.code}`, code])).values()];
}

/** The program in a few files: what only `explain mcp` needs is loaded by it alone. */
async function bundleProgram(): Promise<[string, string, string][]> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../main.ts', import.meta.url))],
    outdir: '/',
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    banner: { js: '#!/usr/bin/env node' },
  });
  return outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ''), text, '755']);
}

function readmeOf({ name, description }: SiteSettings, site: string): string {
  return `# explain

${description.en}

    explain APIG.0201 413
    explain < app.log
    explain mcp

The data is that of ${name.en}, ${site}. The texts belong to their publishers; ${site}api/v1/index.json lists the licence of each document.
`;
}
