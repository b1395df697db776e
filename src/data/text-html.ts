/** A document’s text as HTML. Components, one for each bold word, took a third of a page’s time. */
import { type Block, type Inline, isOutsideLink, type Text } from '../model/text.ts';
import { escapeHtml } from '../text/escape-html.ts';

const tags = { emphasis: 'em', strong: 'strong', delete: 's' } as const;

/**
 * The blocks of a text with their emphasis, lists and links.
 *
 * @example blocksHtml([{ type: 'paragraph', children: [{ type: 'text', value: 'a < b' }] }]) // => '<p>a &lt; b</p>'
 */
export function blocksHtml(blocks: Block[]): string {
  return blocks.map(blockHtml).join('');
}

/** A text, paragraph by paragraph if it has no structure. */
export function textHtml({ rich, plain }: Text): string {
  if (rich) return blocksHtml(rich);
  return plain
    .split('\n')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');
}

function blockHtml(block: Block): string {
  if (block.type === 'paragraph') return `<p>${inlinesHtml(block.children)}</p>`;
  if (block.type === 'code') return `<pre>${escapeHtml(block.value)}</pre>`;
  const list = block.ordered ? 'ol' : 'ul';
  const items = block.children.map(({ children }) => `<li>${blocksHtml(children)}</li>`);
  return `<${list}>${items.join('')}</${list}>`;
}

function inlinesHtml(inlines: Inline[]): string {
  return inlines.map(inlineHtml).join('');
}

function inlineHtml(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escapeHtml(inline.value);
    case 'break':
      return '<br>';
    case 'inlineCode':
      return `<code>${escapeHtml(inline.value)}</code>`;
    case 'link': {
      const text = inlinesHtml(inline.children);
      if (!isOutsideLink(inline.url)) return text;
      return `<a href="${escapeHtml(inline.url)}" rel="external noreferrer">${text}</a>`;
    }
    default: {
      const tag = tags[inline.type];
      return `<${tag}>${inlinesHtml(inline.children)}</${tag}>`;
    }
  }
}
