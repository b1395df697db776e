/** A page read as data says what its MDX says, and nothing in it is ever run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMdx } from '../scripts/ingest/write/mdx.ts';
import { blocksOf, caseHeading, element, importOf } from '../scripts/ingest/write/nodes.ts';
import { type PageNode, pageComponents, readPageTree } from '../src/markdown/code-page-tree.ts';
import { hostileTexts } from './support/hostile.ts';

const read = (body: string) => readPageTree(`---\ntitle: A\n---\n\n${body}\n`, 'a.mdx');

test('prose becomes HTML, calls stay calls, headings get the id of their case', () => {
  assert.deepEqual(
    read(
      '<Overview />\n\n<Case id="413-large">\n  ## `413` Too *large*\n\n  <Says field="solution" lang="en">\n    Send < 12 MB, <https://example.com>.\n\n    - a\n    - b\n  </Says>\n</Case>'.replace(
        '< 12 MB, <https://example.com>',
        '&lt; 12 MB, [see](https://example.com)',
      ),
    ),
    {
      nodes: [
        { name: 'Overview', props: {}, children: [] },
        {
          name: 'Case',
          props: { id: '413-large' },
          children: [
            '<h2 id="413-large" lang="en"><code>413</code> Too <em>large</em></h2>',
            {
              name: 'Says',
              props: { field: 'solution', lang: 'en' },
              children: [
                '<p>Send &#x3C; 12 MB, <a href="https://example.com">see</a>.</p><ul>\n<li>a</li>\n<li>b</li>\n</ul>',
              ],
            },
          ],
        },
      ],
      headings: [{ depth: 2, slug: '413-large', text: '413 Too large' }],
    },
  );
});

test('the import of the components leaves nothing on the page', () => {
  const { nodes } = read("import { Case, Says } from '~/components/code-page';\n\n<Neighbours />");
  assert.deepEqual(nodes, [{ name: 'Neighbours', props: {}, children: [] }]);
});

for (const [what, body, message] of [
  ['an expression', 'a\n\n{1 + 1}', /^a\.mdx:7: An expression in braces cannot be run\./],
  ['an expression in a line', 'a {b} c', /^a\.mdx:5: An expression in braces cannot be run\./],
  ['another import', "import fs from 'node:fs'", /^a\.mdx:5: Only the components of/],
  ['an export', 'export const a = 1', /^a\.mdx:5: Only the components of/],
  ['another component', '<Chart />', /^a\.mdx:5: There is no component <Chart>\./],
  ['an HTML element', '<script>\n\na\n\n</script>', /^a\.mdx:5: There is no component <script>\./],
  ['a computed attribute', '<Case id={a} />', /^a\.mdx:5: The attributes of <Case> must be plain/],
  ['a spread', '<Case {...a} />', /^a\.mdx:5: The attributes of <Case> must be plain strings/],
  ['a component in a line', 'a <Says /> b', /^a\.mdx:5: <Says> cannot stand within a line\./],
] as const) {
  test(`${what} is an error with its line`, () => {
    assert.throws(() => read(body), { message });
  });
}

test('a hostile text comes out as text', () => {
  for (const text of hostileTexts) {
    const mdx = renderMdx({ title: text }, [
      importOf([...pageComponents], '~/components/code-page'),
      element('Says', { heading: text }, [
        { type: 'paragraph', children: [{ type: 'text', value: text }] },
      ]),
    ]);
    const [says, ...rest] = readPageTree(mdx, 'a.mdx').nodes as Exclude<PageNode, string>[];
    assert.deepEqual(rest, []);
    assert.equal(says?.props['heading'], text);
    const html = says?.children.join('') ?? '';
    assert.match(html, /^<p>/);
    assert.deepEqual(html.match(/<(?!\/?(p|a)\b)/g), null, html);
  }
});

test('a code span of several paragraphs stays one', () => {
  const odd = 'a\n\n{1 + 1}\n\n<Chart />';
  const mdx = renderMdx({}, [
    caseHeading(odd, 'b'),
    ...blocksOf({
      lang: 'en',
      plain: odd,
      rich: [{ type: 'paragraph', children: [{ type: 'inlineCode', value: odd }] }],
    }),
  ]);
  const code = '<code>a {1 + 1} &#x3C;Chart /></code>';
  assert.deepEqual(readPageTree(mdx, 'a.mdx').nodes, [`<h2>${code} b</h2>\n<p>${code}</p>`]);
});
