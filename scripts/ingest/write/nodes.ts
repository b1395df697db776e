/** mdast nodes of the generated pages: JSX elements, headings, the rich text of documents. */
import type { BlockContent, DefinitionContent, Heading, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxjsEsm } from 'mdast-util-mdx';
import type { Block, Inline, Text } from '../../../src/model/text.ts';

/** A JSX element with string attributes; undefined ones are left out. */
export function element(
  name: string,
  attributes: Record<string, string | undefined>,
  children: RootContent[] = [],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes)
      .filter((pair): pair is [string, string] => pair[1] !== undefined)
      // The serialiser escapes only quotes. `&lt;` would be read back as `<`, and a tag is one line.
      .map(([attribute, value]) => ({
        type: 'mdxJsxAttribute',
        name: attribute,
        value: value.replaceAll('&', '&amp;').replaceAll('\n', '&#xA;'),
      })),
    children: children as (BlockContent | DefinitionContent)[],
  };
}

/** An import of the site's own components. */
export function importOf(names: string[], from: string): MdxjsEsm {
  return { type: 'mdxjsEsm', value: `import { ${names.join(', ')} } from '${from}';` };
}

/** A heading with the status as code, as on the page. */
export function caseHeading(status: string | undefined, title: string): Heading {
  const children: PhrasingContent[] = [];
  if (status) children.push(codeOf(status), { type: 'text', value: ' ' });
  children.push({ type: 'text', value: title.replaceAll('\n', ' ') });
  return { type: 'heading', depth: 2, children };
}

/**
 * A code span. A blank line would end it, and the rest would be read as MDX, so its lines are joined,
 * as a code span shows them.
 */
function codeOf(text: string): PhrasingContent {
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

/** The addresses are the vendors': only web and mail addresses stay links. */
const safeLink = /^(https?:|mailto:)/i;

function inlineOf(inline: Inline): PhrasingContent[] {
  switch (inline.type) {
    case 'text':
    case 'break':
      return [inline];
    case 'inlineCode':
      return [codeOf(inline.value)];
    case 'link': {
      const children = inline.children.flatMap(inlineOf);
      return safeLink.test(inline.url) ? [{ type: 'link', url: inline.url, children }] : children;
    }
    default:
      return [{ type: inline.type, children: inline.children.flatMap(inlineOf) }];
  }
}
