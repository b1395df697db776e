/**
 * Stand-ins for characters that Markdown gives a meaning: of the same length, so that positions
 * stay; noncharacters, so that no decoded document holds them; swapped back in the tree.
 */
import type { Nodes, Root } from 'mdast';

const meaningful = '*_~[]<>-+.)!&(=`';
const first = 0xfdd0;
const standIns = new RegExp(
  `[\\u{${first.toString(16)}}-\\u{${(first + meaningful.length - 1).toString(16)}}]`,
  'gu',
);

const swap = (character: string): string =>
  String.fromCharCode(first + meaningful.indexOf(character));

/** Swap all characters of a text that match; `which` must be global and match only known ones. */
export const swapAll = (text: string, which: RegExp): string => text.replace(which, swap);

const swapBack = (text: string): string =>
  text.replace(standIns, (character) => meaningful.charAt(character.charCodeAt(0) - first));

/**
 * Swap everything in a tree back; a loop, as the tree may be deep.
 *
 * @param onText Called with a line where a stand-in has kept text from being markup.
 */
export function swapTreeBack(root: Root, onText: (line: number) => void): Root {
  const todo: Nodes[] = [root];
  for (let node = todo.pop(); node; node = todo.pop()) {
    if ('value' in node) {
      const value = swapBack(node.value);
      if (node.type === 'text' && value !== node.value) {
        const before = node.value.slice(0, node.value.search(standIns));
        onText((node.position?.start.line ?? 1) + before.split('\n').length - 1);
      }
      node.value = value;
    }
    if ('url' in node) node.url = swapBack(node.url);
    if ('alt' in node && node.alt) node.alt = swapBack(node.alt);
    if ('label' in node && node.label) node.label = swapBack(node.label);
    if ('children' in node) for (const child of node.children) todo.push(child);
  }
  return root;
}
