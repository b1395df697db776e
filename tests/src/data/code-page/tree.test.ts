/** A page read as data says what its MDX says, and nothing in it is ever run. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { renderMdx } from '../../../../scripts/ingest/write/mdx.ts';
import {
  blocksOf,
  caseHeading,
  element,
  importOf,
} from '../../../../scripts/ingest/write/nodes.ts';
import { dividePage } from '../../../../src/data/code-page/lines.ts';
import {
  type PageNode,
  pageComponents,
  parsePageTree,
  readPageTree,
} from '../../../../src/data/code-page/tree.ts';
import { hostileTexts } from '../../../support/hostile.ts';

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
  assert.deepEqual(readPageTree(mdx, 'a.mdx').nodes, [`<h2>${code} b</h2><p>${code}</p>`]);
});

/** What a reading says, or the reason why there is none. */
function attempt(read: typeof readPageTree, mdx: string) {
  try {
    return read(mdx, 'a.mdx');
  } catch (error) {
    return String(error);
  }
}

test('line by line or parsed as a whole, a page of ingest says the same', () => {
  const texts = fc.oneof(
    fc.constantFrom(
      ...hostileTexts,
      'a\nb',
      '`',
      '`a',
      '```\n<Overview />\n```',
      '&amp;"',
      '<Says>',
    ),
    fc.string({ unit: 'grapheme' }),
  );
  const block = fc.oneof(
    texts.map((value): RootContent => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
    texts.map(
      (value): RootContent => ({
        type: 'paragraph',
        children: [{ type: 'inlineCode', value }],
      }),
    ),
    texts.map((value): RootContent => ({ type: 'code', value })),
    fc.array(texts, { minLength: 1, maxLength: 3 }).map(
      (items): RootContent => ({
        type: 'list',
        children: items.map((value) => ({
          type: 'listItem',
          children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
        })),
      }),
    ),
  );
  let quick = 0;
  fc.assert(
    fc.property(
      fc.constantFrom('413-large', '413-太大', 'a"b', 'a&b'),
      texts,
      fc.array(block, { maxLength: 4 }),
      (id, text, blocks) => {
        const mdx = renderMdx({ title: text }, [
          importOf([...pageComponents], '~/components/code-page'),
          element('Overview', {}, []),
          element('Case', { id }, [
            caseHeading('413', text),
            element('Edition', { message: text }, [element('Says', { lang: 'en' }, blocks)]),
            element('Also', { message: text }, []),
          ]),
          ...blocks,
        ]);
        if (dividePage(mdx)) quick += 1;
        assert.deepEqual(attempt(readPageTree, mdx), attempt(parsePageTree, mdx), mdx);
      },
    ),
    { numRuns: 600 },
  );
  assert.ok(quick > 100, `only ${quick} pages were read line by line`);
});

test('the pages of the documents here are read line by line, and say what the parser says', () => {
  const root = 'src/content/docs/';
  const pages = globSync('{en,zh-cn}/*/*.mdx', { cwd: root });
  assert.ok(pages.length > 200, 'run `npm run ingest` first');
  for (const page of pages) {
    const mdx = readFileSync(root + page, 'utf8');
    assert.ok(dividePage(mdx), page);
    assert.deepEqual(readPageTree(mdx, page), parsePageTree(mdx, page), page);
  }
});

for (const [what, body] of [
  ['code over several lines', '```\n<Overview />\n```'],
  ['a code span over several lines', 'a `b\n<Overview />\nc` d'],
  ['a call that is not closed', '<Case id="a">\n  b'],
  ['a call closed by another name', '<Case id="a">\n  b\n</Says>'],
  ['an attribute twice', '<Case id="a" id="b" />'],
  ['an attribute with a character reference', '<Case id="&#97;" />'],
  ['a call over several lines', '<Case\n  id="a"\n/>'],
  ['prose that is not indented', '<Case id="a">\nb\n</Case>'],
] as const) {
  test(`${what} is left to the parser`, () => {
    const mdx = `---\ntitle: A\n---\n\n${body}\n`;
    assert.equal(dividePage(mdx), undefined);
    assert.deepEqual(attempt(readPageTree, mdx), attempt(parsePageTree, mdx));
  });
}
