import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { describe, test } from 'node:test';
import { listFiles } from './support/list-files.ts';
import { findCircles, type Import, readImports } from './support/read-imports.ts';

const imports = globSync('{scripts,src}/**/*.{ts,mts,js,mjs,astro,mdx}')
  .map((path) => path.split(sep).join('/'))
  .flatMap((file) => readImports(file));

const say = ({ from, specifier }: Import) => `${from} imports ${specifier}`;
const within = (folder: string, path: string | undefined) => path?.startsWith(`${folder}/`);

describe('layers', () => {
  test('imports were read at all', () => assert.ok(imports.length > 0));

  test('scripts/ imports only the model and the text kit from src/', () => {
    const shared = (path: string | undefined) =>
      within('src/model', path) || within('src/text', path);
    const wrong = imports.filter(
      ({ from, to }) => within('scripts', from) && within('src', to) && !shared(to),
    );
    assert.deepEqual(wrong.map(say), []);
  });

  test('src/ imports nothing from scripts/', () => {
    const wrong = imports.filter(({ from, to }) => within('src', from) && within('scripts', to));
    assert.deepEqual(wrong.map(say), []);
  });

  test('neither imports tests', () => {
    assert.deepEqual(imports.filter(({ to }) => within('tests', to)).map(say), []);
  });

  test('there are no import circles', () => {
    const circles = findCircles(imports.filter((statement) => !statement.typeOnly));
    assert.deepEqual(
      circles.map((circle) => circle.join(' → ')),
      [],
    );
  });

  test('no script writes HTML, so texts of documents and readers stay text', () => {
    const writes =
      /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTML(Unsafe)?|createContextualFragment)\b|document\.write/;
    const files = globSync('src/{components,search,offline}/**/*.{ts,astro}');
    assert.deepEqual(
      files.filter((path) => writes.test(readFileSync(path, 'utf8'))),
      [],
    );
  });

  test('there are no aliases but the one that these checks follow', () => {
    const { paths } = JSON.parse(readFileSync('tsconfig.json', 'utf8')).compilerOptions;
    assert.deepEqual(paths ?? {}, { '~/*': ['./src/*'] });
    assert.equal(JSON.parse(readFileSync('package.json', 'utf8')).imports, undefined);
  });
});

describe('nothing of one machine in the files', () => {
  // Documents and fixtures are kept as they came, whatever they quote.
  const files = listFiles()
    .filter((path) => !/^(content\/sources|tests\/fixtures)\//.test(path))
    .filter((path) => existsSync(path));
  const findIn = (pattern: RegExp) =>
    files.flatMap((path) =>
      readFileSync(path, 'latin1')
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
    );
  const literally = (text: string) => new RegExp(`${RegExp.escape(text)}(?![\\w-])`);

  test('no path of a home folder', () => {
    assert.deepEqual(
      findIn(/(?<![\w.])(\/home\/[a-z]|\/Users\/[A-Za-z]|\/root\/|[A-Z]:\\Users\\)/),
      [],
    );
  });

  test('no path of this checkout or its neighbours', (t) => {
    const here = resolve('.');
    // A checkout in a folder such as /app would make every "/app" a finding.
    if (dirname(here) === dirname(dirname(here))) return t.skip('the checkout lies in the root');
    assert.deepEqual([here, resolve('../shared')].map(literally).flatMap(findIn), []);
  });

  test('no host of a package registry', () => {
    assert.deepEqual(findIn(/https?:\/\/[\w.-]*(registry|npmmirror|verdaccio|artifactory)/i), []);
    const registry = process.env['npm_config_registry'];
    if (registry) assert.deepEqual(findIn(literally(new URL(registry).host)), []);
  });

  test('package-lock.json names no registry', () => {
    assert.doesNotMatch(readFileSync('package-lock.json', 'utf8'), /"resolved": "(?!file:)/);
  });
});

describe('the checks themselves', () => {
  const read = (file: string, text: string) =>
    readImports(file, text).map(({ to, typeOnly }) => [to, typeOnly]);

  test('see every form of import', () => {
    assert.deepEqual(
      read(
        'src/lookup/x.ts',
        `import a from './a.ts';
         import type { B } from '../b.ts';
         import { type C } from './c.ts';
         export * from './d.ts';
         export type { E } from './e.ts';
         import './f.css?inline';
         import z from 'zod';
         import '/src/g.ts';
         import '~/g/k.ts';
         const h: import('./h.ts').H = await import('./i.ts');
         // import './no.ts';
         const text = "import './no.ts'";`,
      ),
      [
        ['src/lookup/a.ts', false],
        ['src/b.ts', true],
        ['src/lookup/c.ts', false],
        ['src/lookup/d.ts', false],
        ['src/lookup/e.ts', true],
        ['src/lookup/f.css', false],
        [undefined, false],
        ['src/g.ts', false],
        ['src/g/k.ts', false],
        ['src/lookup/h.ts', true],
        ['src/lookup/i.ts', false],
      ],
    );
  });

  test('see the scripts of Astro and MDX files', () => {
    const astro = `---\nimport A from './A.astro';\n---\n<A />\n<script>import './b.ts';</script>`;
    assert.deepEqual(read('src/x.astro', astro), [
      ['src/A.astro', false],
      ['src/b.ts', false],
    ]);
    const mdx = `---\ntitle: x\n---\n\nimport A from '../A.astro';\n\nWe import './no.ts' here.\n\n\`\`\`js\n\nimport './no.ts';\n\`\`\`\n`;
    assert.deepEqual(read('src/docs/x.mdx', mdx), [['src/A.astro', false]]);
  });

  test('see circles of one, two and three files', () => {
    const edges = (text: string) =>
      text.split(' ').map((edge) => ({ from: edge.charAt(0), to: edge.charAt(1) }));
    assert.deepEqual(findCircles(edges('ab bc ac')), []);
    assert.deepEqual(findCircles(edges('aa')), [['a', 'a']]);
    assert.deepEqual(findCircles(edges('ab bc ca xa')), [['a', 'b', 'c', 'a']]);
    assert.deepEqual(findCircles(edges('ab ba bc cb')).length, 2);
  });
});
