import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const local = (path: string) => fileURLToPath(new URL(`./${path}`, import.meta.url));

/** What Vite does for the site: style sheets as text. The full-text search has no index here. */
const asInSite: Plugin = {
  name: 'as-in-site',
  setup({ onLoad, onResolve, resolve }) {
    onResolve({ filter: /\.css\?inline$/ }, async ({ path, ...from }) => ({
      path: (await resolve(path.replace('?inline', ''), from)).path,
      namespace: 'text',
    }));
    onLoad({ filter: /\.css$/, namespace: 'text' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'text',
    }));
    // All of the index is in the file.
    onLoad({ filter: /[\\/]lookup[\\/]large-index\.ts$/ }, () => ({
      contents: 'export class LargeIndex {}',
    }));
    onLoad({ filter: /[\\/]search[\\/]full-text\.ts$/ }, () => ({
      contents: 'export class FullText { search = async () => []; }',
    }));
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
