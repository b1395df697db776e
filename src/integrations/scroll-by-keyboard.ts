import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Makes the code blocks of guides reachable by keyboard: a long line scrolls in its own block. */
export function scrollByKeyboard() {
  return (tree: Root) =>
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName === 'pre') properties['tabIndex'] = 0;
    });
}
