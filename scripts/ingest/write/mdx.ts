/**
 * mdast → MDX. The one place where a tree becomes MDX source; everything goes through
 * mdast-util-to-markdown with the extensions of every syntax that the site's pages are parsed
 * with, so that each escapes the text that it would read as its own syntax.
 */
import type { Root, RootContent, Text as TextNode } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import type { Text } from '../../../src/model/text.ts';
import { blocksOf } from './nodes.ts';

/** The line that tells people not to edit a generated file, and ingest which files are its own. */
export const generatedBy = 'Written by `npm run ingest` from content/; changes made here are lost.';

/**
 * What the extensions leave unescaped. `import` and `export` at the start of a line begin
 * JavaScript in MDX, so their first letter is written as a character reference. A colon before
 * a letter of any script begins a directive; mdast-util-directive checks only Latin letters.
 */
const escapeMore: Options = {
  unsafe: [
    { character: ':', after: '(?=\\S)', inConstruct: 'phrasing' },
    { atBreak: true, character: 'i', after: 'mport', inConstruct: 'phrasing' },
    { atBreak: true, character: 'e', after: 'xport', inConstruct: 'phrasing' },
  ],
};

/** A line of text without a character that could begin or end anything in Markdown or MDX. */
const harmless =
  /^(?!import|export)\p{L}(?:(?:[\p{L}\p{N} ,;()/%'"-]|[，。、；：“”（）]|(?<![Ww\p{N}])\.)*[\p{L}\p{N}.。])?$/u;

/** Most text is harmless, and looking for all that could need an escape takes long. */
const textHandler: Handle = (node: TextNode, _, state, info) =>
  harmless.test(node.value) ? node.value : state.safe(node.value, info);

const options: Options = {
  handlers: { text: textHandler },
  bullet: '-',
  rule: '-',
  emphasis: '_',
  fences: true,
  extensions: [
    frontmatterToMarkdown(['yaml']),
    gfmToMarkdown(),
    directiveToMarkdown(),
    mdxToMarkdown({ printWidth: Number.POSITIVE_INFINITY }),
    escapeMore,
  ],
};

const markdownOptions: Options = {
  ...options,
  extensions: [frontmatterToMarkdown(['yaml']), gfmToMarkdown()],
};

/** Returns the text of a document for an MDX page. */
export const mdxTextOf = serialiseOnce(options);

/** Returns the text of a document for plain Markdown. */
export const markdownTextOf = serialiseOnce(markdownOptions);

/** A text is on the pages of both languages, and several times in their twins; writing it is slow. */
function serialiseOnce(settings: Options): (text: Text) => RootContent[] {
  const known = new WeakMap<Text, string>();
  return (text) => {
    const source =
      known.get(text) ?? toMarkdown({ type: 'root', children: blocksOf(text) }, settings).trimEnd();
    known.set(text, source);
    // The serialiser leaves nodes of HTML as they are.
    return source === '' ? [] : [{ type: 'html', value: source }];
  };
}

/**
 * Returns the source of an MDX page.
 *
 * @param frontmatter Plain data; serialised as YAML.
 * @param children The page's content; JSX as mdast-util-mdx nodes.
 */
export function renderMdx(frontmatter: Record<string, unknown>, children: RootContent[]): string {
  return render(`# ${generatedBy}\n`, frontmatter, children, options);
}

/**
 * Returns plain Markdown (GFM) with front matter, without components.
 *
 * @param frontmatter Plain data; serialised as YAML.
 * @param children The page's content, without JSX.
 */
export function renderMarkdown(
  frontmatter: Record<string, unknown>,
  children: RootContent[],
): string {
  return render('', frontmatter, children, markdownOptions);
}

function render(note: string, frontmatter: object, children: RootContent[], settings: Options) {
  const value = note + stringify(frontmatter, { lineWidth: 0 }).trimEnd();
  const root: Root = { type: 'root', children: [{ type: 'yaml', value }, ...children] };
  return toMarkdown(root, settings);
}
