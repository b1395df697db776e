/**
 * Texts of documents as Markdown source. Whatever a document says is serialised by
 * mdast-util-to-markdown with the extensions of every syntax that the source is parsed with, so that
 * each escapes the text that it would read as its own syntax. Most pages consist of a few words and of
 * harmless text, so a page is put together from small parts, and parts that repeat are serialised once.
 */
import type { PhrasingContent, RootContent, Text as TextNode } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import type { Text } from '../model/text.ts';
import { blocksOf, codeOf } from './mdast.ts';
import { remember } from './remember.ts';

/** A line of text without a character that could begin or end anything in Markdown or MDX. */
const harmless =
  /^(?!import|export)\p{L}(?:(?:[\p{L}\p{N} ,;()/%'"-]|[，。、；：“”（）]|(?<![Ww\p{N}])\.)*[\p{L}\p{N}.。])?$/u;

/** Most text is harmless, and looking for all that could need an escape takes long. */
const textHandler: Handle = (node: TextNode, _, state, info) =>
  harmless.test(node.value) ? node.value : state.safe(node.value, info);

/** What a page is made of, as source without the line break at its end. */
export interface Syntax {
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

/**
 * Returns what writes pages in one syntax.
 *
 * @param extensions Of mdast-util-to-markdown, for what the syntax has beside CommonMark and GFM.
 */
export function createSyntax(extensions: readonly Options[] = []): Syntax {
  const options: Options = {
    handlers: { text: textHandler },
    bullet: '-',
    rule: '-',
    emphasis: '_',
    fences: true,
    extensions: [gfmToMarkdown(), ...extensions],
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

/** Returns front matter and the parts of a page, one below the other; empty parts are left out. */
export function renderPage(
  frontmatter: Record<string, unknown>,
  parts: string[],
  note = '',
): string {
  const data = note + stringify(frontmatter, { lineWidth: 0 });
  return `${joinBlocks([`---\n${data}---`, ...parts])}\n`;
}

/** Returns blocks with a blank line between; empty ones are left out. */
export const joinBlocks = (blocks: string[]) => blocks.filter((block) => block !== '').join('\n\n');

/** Returns blocks as the content of a list item or an element. */
export const indent = (source: string) => source.replace(/^(?=.)/gm, '  ');
