import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, transform } from 'esbuild';

const local = (path: string) => fileURLToPath(new URL(`./${path}`, import.meta.url));

/** Modules that the file does not need: its whole index is in it, it has no full text, and app.ts copies. */
const leftOut = {
  'first-answer': 'export const firstAnswer = () => undefined;',
  shards: 'export const shardsFor = () => [];',
  'start-worker': 'export const startWorker = async () => undefined;',
  'choose-cases': 'export const chooseCases = () => [];',
  'index-lines': 'export class LineFile {} export const readLines = undefined;',
  'on-demand': 'export {};',
  'full-text': 'export class FullText { search = async () => []; }',
};

/** What Vite does for the site: style sheets as text. */
const asInSite: Plugin = {
  name: 'as-in-site',
  setup({ onLoad, onResolve, resolve }) {
    onResolve({ filter: /\.css\?inline$/ }, async ({ path, ...from }) => ({
      path: (await resolve(path.replace('?inline', ''), from)).path,
      namespace: 'text',
    }));
    onLoad({ filter: /\.css$/, namespace: 'text' }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code, loader: 'text' };
    });
    for (const [file, contents] of Object.entries(leftOut)) {
      onLoad({ filter: new RegExp(`[\\\\/]${file}\\.ts$`) }, () => ({ contents }));
    }
  },
};

/**
 * Return the script of the offline file, with everything that it imports.
 *
 * @throws When the script contains a tag that would end its script element.
 */
export async function bundleScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [local('app.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
    plugins: [asInSite],
  });
  const script = outputFiles[0]?.text.trim() ?? '';
  if (/<!--|<\/?script/i.test(script)) {
    throw new Error(
      'src/offline/file/app.ts contains a script tag or a comment. Split the string.',
    );
  }
  return script;
}

/** Return the rules that the file adds to those of the site. */
export const readOwnStyle = () => readFileSync(local('file.css'), 'utf8');
