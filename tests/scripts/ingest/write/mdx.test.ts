/** Whatever a document says, its page is valid MDX that shows exactly that and runs nothing of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { foldSpaces, textOf } from '../../../../scripts/ingest/normalise/rich-text.ts';
import { renderCodePage } from '../../../../scripts/ingest/write/code-page.ts';
import type { Code } from '../../../../src/model/case.ts';
import type { Text } from '../../../../src/model/text.ts';
import { runs, seed } from '../../../fuzz/runs.ts';
import { hostileTexts } from '../../../support/hostile.ts';
import { makeCase, makeCode, makeEntry, makeVariant } from '../../../support/make-code.ts';

const variants = [makeVariant(), makeVariant({ id: 'two', lang: 'zh-CN' })];
/** A code whose every text is the given one. */
function codeOf(text: Text): Code {
  const texts = { httpStatus: text, message: text, description: text, solution: text };
  const entries = variants.map(({ id }) => makeEntry('A.1', {}, { variant: id, ...texts }));
  return { ...makeCode('test', 'A.1'), cases: [{ ...makeCase('A.1', 'case-1'), entries }] };
}

const parser = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkGfm)
  .use(remarkDirective)
  .use(remarkFrontmatter, ['yaml']);

const ownElements = new Set(['Overview', 'Case', 'Field', 'Says', 'Neighbours']);

/** What a page says, and everything in it that is more than text. */
function readPage(mdx: string) {
  const tree = parser.parse(mdx) as Root;
  const said: string[] = [];
  const odd: string[] = [];
  visit(tree, (node) => {
    const { type } = node as { type: string };
    if (
      type === 'mdxjsEsm' &&
      !/^import \{ \w+(, \w+)* \} from '~\/components\/code-page';$/.test(
        (node as { value: string }).value,
      )
    )
      odd.push(type);
    if (
      /^mdx.*Expression$|^html$|Directive$|^image|footnote|^table|^thematicBreak$|^blockquote$/i.test(
        type,
      )
    )
      odd.push(type);
    // An address that stands in a text becomes a link to itself (GFM), never to anything else.
    if (type === 'link') {
      const { url } = node as unknown as { url: string };
      const shown = textIn(node as Parameters<typeof textIn>[0]);
      if (
        !['', 'http://', 'mailto:'].some((scheme) => url === scheme + shown) ||
        !/^(https?|mailto):/.test(url)
      )
        odd.push(`link ${url}`);
    }
    if (type.startsWith('mdxJsx')) {
      const { name, attributes, children } = node as unknown as {
        name: string;
        attributes: { type: string; value: unknown }[];
        children: Parameters<typeof textIn>[0][];
      };
      if (!ownElements.has(name)) odd.push(`<${name}>`);
      if (
        attributes.some(
          (attribute) =>
            attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string',
        )
      )
        odd.push(`<${name} …>`);
      if (name === 'Says') said.push(children.map(textIn).join('\n'));
    }
  });
  return { said, odd };
}

function textIn(node: { value?: string; children?: unknown[]; type?: string }): string {
  if (node.type === 'break') return '\n';
  return (
    node.value ??
    (node.children ?? []).map((child) => textIn(child as Parameters<typeof textIn>[0])).join('')
  );
}

function assertShownAsText(plain: string): void {
  const text = textOf(
    [{ type: 'paragraph', children: [{ type: 'text', value: plain }] }],
    'en',
    1,
    1,
  );
  for (const lang of ['en', 'zh-CN'] as const) {
    const { said, odd } = readPage(renderCodePage(codeOf(text), variants, lang));
    assert.deepEqual(odd, [], JSON.stringify(plain));
    assert.equal(said.length, 4);
    for (const shown of said)
      assert.equal(foldSpaces(shown).trim(), text.plain.replaceAll('\n', ' '));
  }
}

for (const hostile of hostileTexts) {
  test(`shown as text: ${JSON.stringify(hostile)}`, () => {
    assertShownAsText(hostile);
    assertShownAsText(`before ${hostile} after`);
    assertShownAsText(`first\n${hostile}\nlast`);
  });
}

test('any text made of dangerous pieces is shown as text', () => {
  const piece = fc.oneof(
    fc.constantFrom(...hostileTexts, ...'{}<>*_`~:#-+=|\\&[]()!"\' \n', 'import', 'export', '1.'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      // Control characters are replaced when a document is decoded.
      assertShownAsText(pieces.join('').replace(/[\p{Cc}\p{Cs}]/gu, ' '));
    }),
    { numRuns: runs, seed },
  );
});

test('a message that the documents translate is on the page in both languages', () => {
  const rows = ['The table does not exist', '表不存在'].map((message, at) =>
    makeEntry('655', { message }, { variant: variants[at]?.id ?? '' }),
  );
  const pageOf = (entries: typeof rows) =>
    renderCodePage(
      { ...makeCode('test', '655'), cases: [{ ...makeCase('655', 'case-1'), entries }] },
      variants,
      'zh-CN',
    );
  const page = pageOf(rows);
  assert.match(
    page,
    /<Field name="message">[\s\S]*lang="zh-CN"[\s\S]*表不存在[\s\S]*The table does not exist/,
  );
  assert.match(page, /^ *## 表不存在$/m);
  // A message that is English in both documents is the heading, and nothing more.
  assert.doesNotMatch(
    pageOf(rows.map((row) => ({ ...row, message: rows[0]?.message }) as typeof row)),
    /<Field/,
  );
});
