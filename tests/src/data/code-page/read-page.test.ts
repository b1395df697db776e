/** A page read as data contains what its MDX contains, and nothing in it is ever run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { element, importOf, mdx, renderMdx } from '../../../../scripts/ingest/write/mdx.ts';
import {
  createPageReader,
  type PageNode,
  pageComponents,
} from '../../../../src/data/code-page/read-page.ts';
import type { Block } from '../../../../src/model/text.ts';
import { runs, seed } from '../../../fuzz/runs.ts';
import { hostileTexts } from '../../../support/hostile.ts';

const readPage = createPageReader();
const read = (body: string) => readPage(`---\ntitle: A\n---\n\n${body}\n`, 'a.mdx');

test('prose becomes HTML, calls stay calls, headings get the id of their case', () => {
  const { nodes, headings } = read(
    '<Overview />\n\n<Case id="413-large">\n  ## `413` Too *large*\n\n  <Says field="solution" lang="en">\n    Send &lt; 12 MB, [see](https://example.com).\n\n    - a\n    - b\n  </Says>\n</Case>',
  );
  const says = {
    name: 'Says',
    props: { field: 'solution', lang: 'en' },
    children: [
      '<p>Send &#x3C; 12 MB, <a href="https://example.com">see</a>.</p><ul>\n<li>a</li>\n<li>b</li>\n</ul>',
    ],
  };
  const heading = '<h2 id="413-large" lang="en"><code>413</code> Too <em>large</em></h2>';
  assert.deepEqual(nodes, [
    { name: 'Overview', props: {}, children: [] },
    { name: 'Case', props: { id: '413-large' }, children: [heading, says] },
  ]);
  assert.deepEqual(headings, [{ depth: 2, slug: '413-large', text: '413 Too large' }]);
});

test('the import of the components leaves nothing on the page', () => {
  const { nodes } = read("import { Case, Says } from '~/components/code-page';\n\n<Neighbours />");
  assert.deepEqual(nodes, [{ name: 'Neighbours', props: {}, children: [] }]);
});

for (const [what, body, message] of [
  ['an expression', 'a\n\n{1 + 1}', /^a\.mdx:7: An expression in braces cannot be run\./],
  ['an expression in a line', 'a {b} c', /^a\.mdx:5: An expression in braces cannot be run\./],
  ['a broken expression', 'a\n\n{b', /^a\.mdx:\d+: /],
  ['another import', "import fs from 'node:fs'", /^a\.mdx:5: Only the components of/],
  ['an export', 'export const a = 1', /^a\.mdx:5: Only the components of/],
  ['another component', '<Chart />', /^a\.mdx:5: There is no component <Chart>\./],
  ['an HTML element', '<script>\n\na\n\n</script>', /^a\.mdx:5: There is no component <script>\./],
  ['a computed attribute', '<Case id={a} />', /^a\.mdx:5: .* its attributes must be plain/],
  ['a spread', '<Case {...a} />', /^a\.mdx:5: .* its attributes must be plain strings/],
  ['a component in a line', 'a <Says /> b', /^a\.mdx:5: <Says> must be on a line of its own\./],
  ['a call that is not closed', '<Case id="a">\n  b', /^a\.mdx:5: <Case> is not closed\./],
  ['a call closed by another name', '<Case id="a">\n</Says>', /^a\.mdx:6: The content of <Case>/],
  ['an attribute twice', '<Case id="a" id="b" />', /^a\.mdx:5: <Case> has the attribute id twice/],
  ['a character reference', '<Case id="&#97;" />', /^a\.mdx:5: The attribute id of <Case> has/],
  ['a call over several lines', '<Case\n  id="a"\n/>', /^a\.mdx:5: <Case> must be a tag on one/],
  [
    'prose that is not indented',
    '<Case id="a">\nb\n</Case>',
    /^a\.mdx:6: .* must be indented by 2/,
  ],
  ['a tag right after prose', 'a `b\n<Overview />\nc` d', /^a\.mdx:6: A blank line must precede/],
] as const) {
  test(`${what} is an error with its line`, () => {
    assert.throws(() => read(body), { message });
  });
}

test('a hostile text comes out as text', () => {
  for (const text of hostileTexts) {
    const page = renderMdx({ title: text }, [
      importOf([...pageComponents], '~/components/code-page'),
      element('Says', { lang: text }, [mdx.paragraph(text)]),
    ]);
    const [says, ...rest] = readPage(page, 'a.mdx').nodes as Exclude<PageNode, string>[];
    assert.deepEqual(rest, []);
    assert.equal(says?.props['lang'], text);
    const html = says?.children.join('') ?? '';
    assert.match(html, /^<p>/);
    assert.deepEqual(html.match(/<(?!\/?(p|a)\b)/g), null, html);
  }
});

test('a code span of several paragraphs stays one', () => {
  const odd = 'a\n\n{1 + 1}\n\n<Chart />';
  const rich: Block[] = [{ type: 'paragraph', children: [{ type: 'inlineCode', value: odd }] }];
  const page = renderMdx({}, [
    mdx.heading(2, odd, 'b'),
    mdx.text({ lang: 'en', plain: odd, rich }),
  ]);
  const code = '<code>a {1 + 1} &#x3C;Chart /></code>';
  assert.deepEqual(readPage(page, 'a.mdx').nodes, [`<h2>${code} b</h2><p>${code}</p>`]);
});

/** Reads a page with the parser of MDX. */
function parseMdx(page: string): PageNode[] {
  const tree = unified()
    .use(remarkParse)
    .use(remarkFrontmatter, ['yaml'])
    .use(remarkGfm)
    .use(remarkMdx)
    .parse(page);
  const toNodes = (children: RootContent[]): PageNode[] => {
    const groups: (MdxJsxFlowElement | RootContent[])[] = [];
    for (const child of children) {
      const last = groups.at(-1);
      if (child.type === 'mdxJsxFlowElement') groups.push(child);
      else if (['yaml', 'mdxjsEsm'].includes(child.type)) continue;
      else if (Array.isArray(last)) last.push(child);
      else groups.push([child]);
    }
    return groups.map((group) => {
      if (Array.isArray(group)) return proseHtml({ type: 'root', children: group });
      const props = group.attributes.map((it) => ('name' in it ? [it.name, it.value] : []));
      return {
        name: group.name as (typeof pageComponents)[number],
        props: Object.fromEntries(props),
        children: toNodes(group.children),
      };
    });
  };
  return toNodes(tree.children);
}

function proseHtml(tree: Root): string {
  const html = unified().use(remarkRehype).runSync(tree) as HastRoot;
  html.children = html.children.filter(({ type }) => type !== 'text');
  return toHtml(html);
}

const withoutIds = (nodes: PageNode[]): PageNode[] =>
  nodes.map((node) =>
    typeof node === 'string'
      ? node.replace(/<h2 id="[^"]*"( lang="[^"]*")?>/, '<h2>')
      : { ...node, children: withoutIds(node.children) },
  );

test('a page of ingest is valid MDX and is read as the parser of MDX reads it', () => {
  const texts = fc.oneof(
    fc.constantFrom(...hostileTexts, 'a\nb', '`', '`a', '~~~', '&amp;"', '<Says>'),
    fc.constantFrom('```\n<Overview />\n```', '  </Says>\n</Case>', '````\n```\n<Says>'),
    // Control characters are replaced when a document is decoded.
    fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')),
  );
  const paragraph = (child: 'text' | 'inlineCode') => (value: string) => ({
    type: 'paragraph' as const,
    children: [{ type: child, value }],
  });
  const block: fc.Arbitrary<Block> = fc.oneof(
    texts.map(paragraph('text')),
    // Ingest writes no line end into a code span.
    texts.map((text) => paragraph('inlineCode')(text.replace(/\s+/g, ' '))),
    texts.map((value): Block => ({ type: 'code', value })),
    fc.array(texts, { minLength: 1, maxLength: 3 }).map(
      (items): Block => ({
        type: 'list',
        ordered: false,
        children: items.map((text) => ({
          type: 'listItem',
          children: [paragraph('text')(text)],
        })),
      }),
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('413-large', '413-太大', 'a"b', 'a&b'),
      texts,
      fc.array(block, { maxLength: 4 }),
      (id, text, blocks) => {
        const body = mdx.text({ lang: 'en', plain: text, rich: blocks });
        const page = renderMdx({ title: text }, [
          importOf([...pageComponents], '~/components/code-page'),
          element('Overview', {}, []),
          element('Case', { id }, [
            mdx.heading(2, '413', text),
            element('Field', { name: text }, [element('Says', { lang: 'en' }, [body])]),
          ]),
          body,
        ]);
        const { nodes } = readPage(page, 'a.mdx');
        assert.deepEqual(withoutIds(nodes), parseMdx(page), page);
      },
    ),
    { numRuns: runs, seed },
  );
});
