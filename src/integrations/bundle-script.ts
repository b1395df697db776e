/** Makes scripts that are in a page: each is one piece, with everything that it imports. */
import { readFileSync } from 'node:fs';
import { build, type Plugin, transform } from 'esbuild';

/** Does what Vite does for the site, style sheets as text; and replaces modules. */
const asInSite = (replaced: Record<string, string>): Plugin => ({
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
    for (const [file, contents] of Object.entries(replaced)) {
      onLoad({ filter: new RegExp(`[\\\\/]${file}\\.ts$`) }, () => ({ contents }));
    }
  },
});

/**
 * Returns a script with everything that it imports, for a script element.
 *
 * @param entry Path of the script.
 * @param replaced Modules by the name of their file, with what they contain instead.
 * @throws If the script contains a tag that would end its element.
 */
export async function bundleScript(
  entry: string,
  replaced: Record<string, string> = {},
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
    plugins: [asInSite(replaced)],
  });
  const script = outputFiles[0]?.text.trim() ?? '';
  if (/<!--|<\/?script/i.test(script))
    throw new Error(`${entry} contains a script tag or a comment. Split the string.`);
  return script;
}
