import type { Heading, Parent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { langOfText } from '../../text/lang-of-text.ts';

interface JsxElement extends Parent {
  type: 'mdxJsxFlowElement';
  name: string | null;
  attributes: { type: string; name: string; value: unknown }[];
}

/**
 * Gives the heading inside `<Case id="…">` that id, so that the table of contents and every
 * permalink lead to it; the slugs that Markdown makes from heading texts would move with them. The
 * heading is a vendor's message, so it also gets the language that it is written in.
 */
export function remarkCaseHeadings() {
  return (tree: Root): void => {
    visit(tree, 'mdxJsxFlowElement', (node) => {
      const element = node as unknown as JsxElement;
      if (element.name !== 'Case') return;
      const id = element.attributes.find(({ name }) => name === 'id')?.value;
      const heading = element.children.find((child): child is Heading => child.type === 'heading');
      if (heading === undefined || typeof id !== 'string') return;
      heading.data = { ...heading.data, hProperties: { id, lang: langOfHeading(heading) } };
    });
  };
}

/** Language of a heading's text; its status stands in code and counts for nothing. */
export function langOfHeading(node: Heading): string | undefined {
  let text = '';
  visit(node, 'text', ({ value }) => {
    text += value;
  });
  return langOfText(text);
}
