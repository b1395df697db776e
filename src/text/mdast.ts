/** The rich text of documents as mdast. */
import type { BlockContent, InlineCode, PhrasingContent, RootContent } from 'mdast';
import { type Block, type Inline, isOutsideLink, type Text } from '../model/text.ts';

/**
 * A code span. A blank line would end it, and the rest would be read as MDX, so its lines are joined,
 * as a code span shows them.
 */
export function codeOf(text: string): InlineCode {
  return { type: 'inlineCode', value: text.replace(/(?<!\s)\s*\n\s*/g, ' ') };
}

/**
 * The text of a document as mdast, paragraph by paragraph.
 *
 * @example blocksOf({ lang: 'en', plain: 'a\nb' }).length // => 2
 */
export function blocksOf(text: Text): RootContent[] {
  if (text.rich) return text.rich.map(blockOf);
  return text.plain
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', children: [{ type: 'text', value: line }] }));
}

function blockOf(block: Block): RootContent {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: block.children.flatMap(inlineOf) };
    case 'code':
      return { type: 'code', value: block.value };
    case 'list':
      return {
        type: 'list',
        ordered: block.ordered,
        spread: false,
        children: block.children.map((item) => ({
          type: 'listItem',
          spread: false,
          children: item.children.map((child) => blockOf(child) as BlockContent),
        })),
      };
  }
}

function inlineOf(inline: Inline): PhrasingContent[] {
  switch (inline.type) {
    case 'text':
    case 'break':
      return [inline];
    case 'inlineCode':
      return [codeOf(inline.value)];
    case 'link': {
      const children = inline.children.flatMap(inlineOf);
      return isOutsideLink(inline.url) ? [{ type: 'link', url: inline.url, children }] : children;
    }
    default:
      return [{ type: inline.type, children: inline.children.flatMap(inlineOf) }];
  }
}
