/** The whole site, built in a copy of the project: reproducible, safe from its documents, open to new ones. */
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse, stringify } from 'yaml';
import { corpusRoot, edit, projectRoot } from '../support/content.ts';
import { hostileTexts } from '../support/hostile.ts';
import { copyOfProject, filesOf, runScript } from '../support/project.ts';

const roots: string[] = [];
after(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});
function copy(name: string): string {
  const root = copyOfProject(name);
  roots.push(root);
  return root;
}

const parseHtml = (html: string) => unified().use(rehypeParse).parse(html) as Root;

function textOf(node: unknown): string {
  const {
    type,
    value,
    children = [],
  } = node as { type: string; value?: string; children?: unknown[] };
  return type === 'text' ? (value ?? '') : children.map(textOf).join('');
}

const fold = (text: string) => text.replace(/[\s\u200B\u2060]+/g, ' ').trim();

test('two builds give the same bytes, and the check is green after them', () => {
  const [first, second] = [copy('build-a'), copy('build-b')];
  for (const root of [first, second]) runScript(root, 'build');
  const [a, b] = [filesOf(join(first, 'dist')), filesOf(join(second, 'dist'))];
  assert.deepEqual([...a.keys()], [...b.keys()]);
  const different = [...a]
    .filter(([name, bytes]) => !bytes.equals(b.get(name) ?? Buffer.alloc(0)))
    .map(([name]) => name);
  assert.deepEqual(different, []);
  assert.ok(a.size > 300);
  runScript(first, 'ingest', {});
  assert.match(runScript(first, 'ingest'), /Everything is up to date\./);
});

test('a hostile document is shown as text on every page and takes over none', () => {
  const root = copy('hostile');
  const cell = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const rows = hostileTexts.map(
    (text, index) =>
      `<tr><td>H.${1000 + index}</td><td>400</td><td>${cell(text)}</td><td>${cell(text)}</td><td>${cell(text)}</td></tr>`,
  );
  const raw =
    '<tr><td>H.0001</td><td>400</td><td>Raw</td><td><img src=x onerror="alert(1)"><a href="javascript:alert(1)" onclick="alert(2)">click</a><svg onload="alert(3)"></svg><iframe src="https://evil.example"></iframe><b onmouseover="alert(4)">bold</b></td><td><style>body{display:none}</style><script>alert(5)</script>end</td></tr>';
  const source = 'content/sources/hostile/hostile.en.md';
  mkdirSync(join(root, 'content/sources/hostile'), { recursive: true });
  writeFileSync(
    join(root, source),
    `# {1+1} <script>alert(0)</script>\n\nimport x from 'y'\n\n<table><thead><tr><th>Error Code</th><th>HTTP Status Code</th><th>Error Message</th><th>Description</th><th>Solution</th></tr></thead><tbody>\n${[raw, ...rows].join('\n')}\n</tbody></table>\n`,
  );
  const registry = parse(readFileSync(join(root, 'content/catalogs.yaml'), 'utf8'));
  const name = { en: '{1+1} </script><script>alert(1)</script>', 'zh-CN': '{1+1} </script>中文' };
  registry.push({
    id: 'hostile',
    title: name,
    description: name,
    variants: [
      {
        id: 'hostile',
        lang: 'en',
        publisher: name,
        title: name.en,
        edition: name,
        lineage: 'hostile',
        format: 'markdown',
        source,
        licence: name.en,
        redistribute: true,
      },
    ],
  });
  writeFileSync(join(root, 'content/catalogs.yaml'), stringify(registry));
  runScript(root, 'permalinks');
  runScript(root, 'build');

  const pages = filesOf(join(root, 'dist'));
  const scriptsOf = (tree: Root) => {
    const scripts: string[] = [];
    visit(tree, 'element', (node: Element) => {
      if (node.tagName === 'script' && node.properties['type'] !== 'application/ld+json')
        scripts.push(node.properties['src'] ? String(node.properties['src']) : textOf(node));
    });
    return scripts;
  };
  const own = new Set(
    [...pages]
      .filter(([path]) => path.endsWith('.html') && !path.includes('hostile'))
      .flatMap(([, html]) => scriptsOf(parseHtml(html.toString()))),
  );
  for (const [path, html] of pages) {
    if (!path.endsWith('.html')) continue;
    const tree = parseHtml(html.toString());
    // Scripts, frames and event handlers: only what pages without the document have too.
    for (const script of scriptsOf(tree))
      if (path.includes('hostile')) assert.ok(own.has(script), `${path}: ${script.slice(0, 80)}`);
    visit(tree, 'element', (node: Element) => {
      assert.ok(
        !['iframe', 'object', 'embed', 'base', 'style'].includes(node.tagName) ||
          !path.includes('hostile') ||
          node.tagName === 'style',
        `${path}: <${node.tagName}>`,
      );
      for (const [attribute, value] of Object.entries(node.properties)) {
        assert.ok(!/^on/i.test(attribute), `${path}: ${attribute}`);
        // The empty icon of the single file asks for nothing.
        if ((attribute === 'href' || attribute === 'src') && value !== 'data:,')
          assert.ok(!/^\s*(javascript|data|vbscript):/i.test(String(value)), `${path}: ${value}`);
      }
    });
  }
  for (const [index, hostile] of hostileTexts.entries()) {
    for (const locale of ['en', 'zh-cn']) {
      const html = pages.get(`${locale}/hostile/h-${1000 + index}/index.html`);
      assert.ok(html, hostile);
      const shown: string[] = [];
      visit(parseHtml(html.toString()), 'element', (node: Element) => {
        if (node.properties['dataField'] && node.tagName === 'dd') shown.push(fold(textOf(node)));
      });
      const expected = fold(hostile.replace('\u202E', '⟦U+202E⟧'));
      assert.deepEqual(shown, [expected, expected], hostile);
    }
  }
});

test('a sixth document is added by following docs/maintaining.md alone', {
  skip: !existsSync(corpusRoot) && 'the corpus is not beside the project',
}, () => {
  const root = copy('sixth');
  const manual = readFileSync(join(projectRoot, 'docs/maintaining.md'), 'utf8');
  const example = manual.slice(manual.indexOf('## Worked example'));
  // The two blocks to copy: the new variant, and the line that its successor needs.
  const [variant = '', follows = ''] = [...example.matchAll(/```yaml\n(.*?)```/gs)].map(
    ([, block]) => block ?? '',
  );
  const id = /- id: (\S+)/.exec(variant)?.[1] ?? '';
  const source = /source: (\S+)/.exec(variant)?.[1] ?? '';
  copyFileSync(join(corpusRoot, 'apig/huaweicloud-2020-05.zh.md'), join(root, source));
  edit(root, 'content/catalogs.yaml', '      follows: huaweicloud-2018-12\n', follows);
  edit(
    root,
    'content/catalogs.yaml',
    '    - id: huaweicloud-2018-12\n',
    `${variant}    - id: huaweicloud-2018-12\n`,
  );
  const printed = /^ {2}huaweicloud-2020-05: .+$/m.exec(example)?.[0] ?? '';
  assert.match(printed, /42 rows, 35 codes/);
  assert.ok(runScript(root, 'ingest').includes(`${printed}\n`));
  runScript(root, 'permalinks');
  runScript(root, 'build');
  for (const locale of ['en', 'zh-cn']) {
    const page = readFileSync(join(root, `dist/${locale}/apig/apig-0201/index.html`), 'utf8');
    assert.match(page, new RegExp(`/${locale}/sources/apig/${id}/#L\\d+`));
    assert.ok(existsSync(join(root, `dist/${locale}/sources/apig/${id}/index.html`)));
  }
});
