/** Hostile texts of documents stay texts in every format of the data. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { renderCodesCsv } from '../../../src/api/csv.ts';
import { serialise } from '../../../src/api/respond.ts';
import { ApiCodeSchema } from '../../../src/api/schema.ts';
import { shapeCode } from '../../../src/api/shape.ts';
import { renderTwin } from '../../../src/api/twin.ts';
import type { Code } from '../../../src/model/case.ts';
import type { Lang } from '../../../src/model/lang.ts';
import type { Catalog } from '../../../src/model/registry.ts';
import { renderCsv } from '../../../src/text/csv.ts';
import { runs, seed } from '../../fuzz/runs.ts';
import { hostileTexts } from '../../support/hostile.ts';
import { makeCode } from '../../support/make-code.ts';
import { readCsv } from '../../support/read-csv.ts';

const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  "'=1",
  '＝1+1',
  '=HYPERLINK("http://e")',
  '=cmd|" /C calc"!A0',
];
const texts = [
  ...hostileTexts,
  ...formulas,
  'a "quoted", text',
  'two\nlines',
  '|',
  '`',
  '[x](javascript:alert(1))',
];
const name = (own: string) => ({ en: own, 'zh-CN': own });

function codeOf(text: string): Code {
  const row = { httpStatus: text, message: text, description: text, solution: text };
  const code = makeCode('c', text, [row]);
  const extra = { Extra: { lang: 'en' as const, plain: text } };
  const [item] = code.cases;
  for (const entry of item?.entries ?? []) Object.assign(entry, { variant: 'doc', extra });
  return { ...code, slug: 'x', family: text };
}
const catalog = {
  id: 'c',
  title: name('C'),
  description: name('C'),
  variants: [],
} as unknown as Catalog;
const editions = [{ id: 'doc', lang: 'en' as Lang, publisher: name('P'), edition: name('E') }];

test('CSV: every cell comes back, and none begins like a formula', () => {
  for (const text of texts) {
    const csv = renderCodesCsv([codeOf(text)], editions, (path) => `https://e/${path}`);
    const [head = [], row = [], ...more] = readCsv(csv);
    assert.equal(more.length, 0);
    assert.equal(row.length, head.length);
    const message = row[head.indexOf('message')] ?? '';
    assert.equal(message.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, ''), text);
    for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r\n＝＋－＠]/);
  }
  assert.equal(renderCsv([['plain', '=1']]), "\uFEFFplain,'=1\r\n");
});

test('JSON: equal when parsed, and nothing in it can end a script element', () => {
  for (const text of texts) {
    const shape = shapeCode(codeOf(text), []);
    assert.deepEqual(ApiCodeSchema.parse(shape), shape);
    const source = serialise(shape);
    assert.deepEqual(JSON.parse(source), JSON.parse(JSON.stringify(shape)));
    assert.doesNotMatch(source, /[<>\u2028\u2029]/);
  }
});

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);

function assertTwin(text: string): void {
  const tree = parser.parse(renderTwin(codeOf(text), catalog, editions, 'en'));
  const types = new Map<string, number>();
  const said: string[] = [];
  const walk = (node: Nodes) => {
    types.set(node.type, (types.get(node.type) ?? 0) + 1);
    if (node.type === 'link') {
      const address = node.url;
      assert.ok(!/^\s*(javascript|data|vbscript):/i.test(address), address);
    }
    if (node.type === 'paragraph') {
      said.push(
        node.children
          .map((child) =>
            'value' in child
              ? child.value
              : child.type === 'link'
                ? child.children.map((inner) => ('value' in inner ? inner.value : '')).join('')
                : '',
          )
          .join(''),
      );
    }
    if ('children' in node) for (const child of node.children) walk(child as Nodes);
  };
  walk(tree);
  for (const type of [
    'html',
    'code',
    'list',
    'table',
    'blockquote',
    'image',
    'footnoteReference',
    'definition',
  ]) {
    assert.equal(types.get(type), undefined, `${type}: ${text}`);
  }
  assert.equal(types.get('yaml'), 1);
  assert.equal(types.get('thematicBreak'), undefined, text);
  assert.equal(types.get('heading'), 5, text);
  if (!text.includes('\n')) {
    const found = said.filter((words) => words === text.trim());
    assert.equal(found.length, 7, JSON.stringify([text, said]));
  }
}

test('Markdown twins: every text comes back as text', () => {
  for (const text of texts) assertTwin(text.replace(/\s+/g, ' ').trim() || 'x');
});

test('Markdown twins: any text stays text', () => {
  const marks = fc.constantFrom(...'\\`*_{}[]<>()#+-.!|~&:=1 a错'.split(''));
  fc.assert(
    fc.property(fc.array(marks, { minLength: 1, maxLength: 12 }), (parts) => {
      const text = parts.join('').replace(/\s+/g, ' ').trim();
      if (text !== '') assertTwin(text);
    }),
    { numRuns: runs, seed },
  );
});
