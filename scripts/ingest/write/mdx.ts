/**
 * The source of pages: MDX, and Markdown (GFM) without components. Whatever a document says is
 * serialised by mdast-util-to-markdown with the extensions of every syntax that the pages are parsed
 * with, so that each escapes the text that it would read as its own syntax. Most pages consist of a
 * few words and of harmless text, so a page is put together from small parts, and parts that repeat
 * are serialised once.
 */
import type { PhrasingContent, RootContent, Text as TextNode } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import type { Text } from '../../../src/model/text.ts';
import { remember } from '../../../src/text/remember.ts';
import { blocksOf, codeOf } from './nodes.ts';

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

/** What a page is made of, as source without the line break at its end. */
interface Syntax {
  /** The text of a document, block by block; '' if it has none. */
  text: (text: Text) => string;
  paragraph: (value: string) => string;
  /** A list item. */
  item: (value: string) => string;
  /** Text after other text of its line. */
  phrase: (value: string) => string;
  code: (value: string) => string;
  /** A heading with the status, if any, as code, as on the page. */
  heading: (depth: number, status: string | undefined, title: string) => string;
}

function createSyntax(extensions: NonNullable<Options['extensions']>): Syntax {
  const options: Options = {
    handlers: { text: textHandler },
    bullet: '-',
    rule: '-',
    emphasis: '_',
    fences: true,
    extensions,
  };
  const serialise = (...children: RootContent[]) =>
    toMarkdown({ type: 'root', children }, options).trimEnd();
  const inline = (...children: PhrasingContent[]) => serialise({ type: 'paragraph', children });
  const paragraph = remember((value) => inline({ type: 'text', value }), maxParts);
  // A heading escapes what could end it, and no text in it is at the start of a line.
  const phrase = remember(
    (value) =>
      serialise({ type: 'heading', depth: 3, children: [{ type: 'text', value }] }).slice(4),
    maxParts,
  );
  const code = (value: string) =>
    /^[\w./:-]+$/.test(value) ? `\`${value}\`` : inline(codeOf(value));
  // A text is on the pages of both languages, and several times in their twins.
  const known = new WeakMap<Text, string>();
  return {
    text: (text) => {
      const source = known.get(text) ?? serialise(...blocksOf(text));
      known.set(text, source);
      return source;
    },
    paragraph,
    item: (value) => `- ${indent(paragraph(value)).trimStart()}`,
    phrase,
    code,
    heading: (depth, status, title) =>
      `${'#'.repeat(depth)} ${status ? `${code(status)} ` : ''}${phrase(title.replaceAll('\n', ' '))}`,
  };
}

const maxParts = 20_000;

/** Markdown that a program reads as GFM. */
export const markdown = createSyntax([gfmToMarkdown()]);

/** Markdown that the site reads as MDX. */
export const mdx = createSyntax([
  gfmToMarkdown(),
  directiveToMarkdown(),
  mdxToMarkdown(),
  escapeMore,
]);

/**
 * Returns the call of a component with string attributes; undefined ones are left out.
 *
 * @param children Source, part by part; empty parts are left out.
 * @example element('Field', { name: 'solution' }, ['Retry.']) // => '<Field name="solution">\n  Retry.\n</Field>'
 */
export function element(
  name: string,
  attributes: Record<string, string | undefined>,
  children: string[] = [],
): string {
  const written = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined ? [] : [` ${attribute}="${value.replace(/[&"\n]/g, referenceTo)}"`],
  );
  const tag = name + written.join('');
  const content = joinBlocks(children);
  if (content === '') return `<${tag} />`;
  return `<${tag}>\n${indent(content)}\n</${name}>`;
}

/** `&lt;` would be read back as `<`, and a tag is one line. */
const referenceTo = (character: string) =>
  character === '&' ? '&amp;' : `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;

/** Returns an import of the site's own components. */
export function importOf(names: string[], from: string): string {
  return `import { ${names.join(', ')} } from '${from}';`;
}

/**
 * Returns the source of an MDX page.
 *
 * @param frontmatter Plain data; serialised as YAML.
 * @param children The page's content, part by part; empty parts are left out.
 */
export function renderMdx(frontmatter: Record<string, unknown>, children: string[]): string {
  return render(`# ${generatedBy}\n`, frontmatter, children);
}

/** Returns plain Markdown (GFM) with front matter, as {@link renderMdx} does, without components. */
export function renderMarkdown(frontmatter: Record<string, unknown>, children: string[]): string {
  return render('', frontmatter, children);
}

function render(note: string, frontmatter: object, children: string[]): string {
  const data = note + stringify(frontmatter, { lineWidth: 0 });
  return `${joinBlocks([`---\n${data}---`, ...children])}\n`;
}

const indent = (source: string) => source.replace(/^(?=.)/gm, '  ');
const joinBlocks = (blocks: string[]) => blocks.filter((block) => block !== '').join('\n\n');
