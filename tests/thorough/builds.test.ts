/** Whole builds in copies of the project: reproducible, safe if stopped, safe from hostile documents. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import { copyProject } from '../../scripts/bench/copy-project.ts';
import { markerFile, writeMarker } from '../../scripts/build/site-marker.ts';
import { base, distRoot, elementsOf, parseHtml, textOf } from '../support/built-site.ts';
import { projectRoot, writeCatalogs } from '../support/content.ts';
import { hostileTexts } from '../support/hostile.ts';
import { filesOf, runScript } from '../support/project.ts';

/** Lets Node see one processor, so that pages are rendered in one thread. */
const oneProcessor = `--import data:text/javascript,${encodeURIComponent(
  `import os from 'node:os';
  import { syncBuiltinESMExports } from 'node:module';
  os.availableParallelism = () => 1;
  syncBuiltinESMExports();`,
)}`;

function copy(t: TestContext, name: string): string {
  const root = copyProject(name);
  t.after(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

test('a build that is killed leaves the old site; the next gives the same bytes as any other, whatever the environment', async (t) => {
  // In the project itself: Astro makes names of styles from the path to Starlight.
  const folder = join(projectRoot, '.cache/second-build');
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const dist = join(folder, 'dist');
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'index.html'), 'the last good site');
  writeMarker(dist);
  const env = { ...process.env, OUT_DIR: dist };
  const child = spawn(process.execPath, ['scripts/build.ts'], { env, stdio: 'ignore' });
  const staging = `${dist}.staging-${child.pid}`;
  // Pages are being written once the folder of a language exists.
  while (!existsSync(join(staging, 'en')) && child.exitCode === null) await wait(10);
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  assert.deepEqual(readdirSync(dist), [markerFile, 'index.html']);
  assert.ok(existsSync(staging));

  const umask = process.umask(0o077);
  t.after(() => process.umask(umask));
  runScript(projectRoot, 'build', {
    OUT_DIR: dist,
    NODE_ENV: 'development',
    LC_ALL: 'tr_TR.UTF-8',
    LANG: 'zh_CN.UTF-8',
    TZ: 'Pacific/Kiritimati',
    NODE_OPTIONS: oneProcessor,
  });
  process.umask(umask);
  assert.deepEqual(readdirSync(folder), ['dist']);
  const [built, expected] = [filesOf(dist), filesOf(distRoot)];
  assert.deepEqual([...built.keys()], [...expected.keys()]);
  const different = [...built].filter(([name, bytes]) => !expected.get(name)?.equals(bytes));
  assert.deepEqual(
    different.map(([name]) => name),
    [],
  );
});

const cell = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const hostileRows = hostileTexts.map((text, index) => {
  const cells = [`H.${1000 + index}`, '400', ...Array(3).fill(cell(text))];
  return `<tr>${cells.map((content) => `<td>${content}</td>`).join('')}</tr>`;
});
const hostileDocument = `# {1+1} <script>alert(0)</script>

import x from 'y'

<table><thead><tr><th>Error Code</th><th>HTTP Status Code</th><th>Error Message</th><th>Description</th><th>Solution</th></tr></thead><tbody>
<tr><td>H.0001</td><td>400</td><td>Raw</td><td><img src=x onerror="alert(1)"><a href="javascript:alert(1)" onclick="alert(2)">click</a><svg onload="alert(3)"></svg><iframe src="https://evil.example"></iframe><b onmouseover="alert(4)">bold</b></td><td><style>body{display:none}</style><script>alert(5)</script>end</td></tr>
${hostileRows.join('\n')}
</tbody></table>
`;

/** Adds the hostile catalog to those of a project. */
function addHostileCatalog(root: string): void {
  const file = join(root, 'content/catalogs.yaml');
  const registry = parse(readFileSync(file, 'utf8'));
  const name = { en: '{1+1} </script><script>alert(1)</script>', 'zh-CN': '{1+1} </script>中文' };
  const about = { publisher: name, edition: name, licence: name.en };
  const documents = [{ id: 'hostile', text: hostileDocument, ...about }];
  writeCatalogs(root, [{ id: 'hostile', title: name, documents }]);
  writeFileSync(file, stringify([...registry, ...parse(readFileSync(file, 'utf8'))]));
}

/** Scripts of a page, each as its address or its text. */
const scriptsOf = (html: string) =>
  elementsOf(parseHtml(html), ({ tagName }) => tagName === 'script')
    .filter(({ properties }) => properties['type'] !== 'application/ld+json')
    .map((script) => String(script.properties['src'] ?? textOf(script)));

test('a hostile document is shown as text on every page, and runs on none', {
  skip: base !== '/' && 'the site was built for a sub-path',
}, (t) => {
  const root = copy(t, 'hostile');
  addHostileCatalog(root);
  runScript(root, 'permalinks');
  runScript(root, 'build');
  const files = [...filesOf(join(root, 'dist'))].map(([path, bytes]) => ({
    path,
    html: String(bytes),
  }));
  const pages = files.filter(({ path }) => path.endsWith('.html'));
  const known = new Set(
    pages.filter(({ path }) => !path.includes('hostile')).flatMap(({ html }) => scriptsOf(html)),
  );
  for (const { path, html } of pages) {
    const isHostile = path.includes('hostile');
    if (isHostile)
      for (const script of scriptsOf(html))
        assert.ok(known.has(script), `${path}: ${script.slice(0, 80)}`);
    for (const { tagName, properties } of elementsOf(parseHtml(html), () => true)) {
      if (isHostile)
        assert.ok(!['iframe', 'object', 'embed', 'base'].includes(tagName), `${path}: ${tagName}`);
      for (const [attribute, value] of Object.entries(properties)) {
        assert.ok(!/^on/i.test(attribute), `${path}: ${attribute}`);
        // The empty icon of the single file requests nothing.
        if ((attribute === 'href' || attribute === 'src') && value !== 'data:,')
          assert.ok(!/^\s*(javascript|data|vbscript):/i.test(String(value)), `${path}: ${value}`);
      }
    }
  }
  const fold = (text: string) =>
    text
      .replace(/[\u200B\u2060\uFEFF]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  for (const [index, text] of hostileTexts.entries()) {
    for (const locale of ['en', 'zh-cn']) {
      const path = `${locale}/hostile/h-${1000 + index}/index.html`;
      const html = pages.find((page) => page.path === path)?.html ?? '';
      const shown = elementsOf(
        parseHtml(html),
        ({ tagName, properties }) =>
          tagName === 'div' &&
          properties['dataField'] !== undefined &&
          properties['dataSeverity'] === undefined,
      ).map((element) => fold(textOf(element)));
      const expected = fold(text.replace('\u202E', '⟦U+202E⟧'));
      assert.deepEqual(shown, [expected, expected], text);
    }
  }
});

test('a build refuses settings that would destroy sources or break links, before anything runs', (t) => {
  const root = copy(t, 'settings');
  const before = filesOf(join(root, 'content'));
  for (const [name, value] of [
    ['OUT_DIR', 'content'],
    ['OUT_DIR', 'docs'],
    ['OUT_DIR', '.'],
    ['BASE_PATH', '/错误 码/'],
    ['SITE_URL', 'docs.example'],
    ['SITE_URL', 'https://x"onload=1'],
  ] as const) {
    assert.throws(() => runScript(root, 'build', { [name]: value }), new RegExp(`${name}=`));
  }
  assert.deepEqual(filesOf(join(root, 'content')), before);
});

test('a build in a folder with a percent sign is whole, or there is none', (t) => {
  const root = copy(t, '100%25');
  try {
    runScript(root, 'build');
  } catch (error) {
    assert.match(String(error), /leads to no file|cannot find|%/i);
    assert.ok(!existsSync(join(root, 'dist')));
    return;
  }
  const page = readFileSync(join(root, 'dist/en/index.html'), 'utf8');
  const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(page) ?? [];
  assert.ok(existsSync(join(root, 'dist', style.slice(base.length))), style);
});
