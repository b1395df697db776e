/**
 * Stand-ins for characters that Markdown gives a meaning: of the same length, so that positions
 * stay; noncharacters, so that no decoded document holds them; swapped back in the tree.
 */
import type { Nodes, Root } from 'mdast';

const meaningful = '*_~[]<>-+.)!&(=';
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

/** Swap everything in a tree back; a loop, as the tree may be deep. */
export function swapTreeBack(root: Root): Root {
  const todo: Nodes[] = [root];
  for (let node = todo.pop(); node; node = todo.pop()) {
    if ('value' in node) node.value = swapBack(node.value);
    if ('url' in node) node.url = swapBack(node.url);
    if ('alt' in node && node.alt) node.alt = swapBack(node.alt);
    if ('label' in node && node.label) node.label = swapBack(node.label);
    if ('children' in node) for (const child of node.children) todo.push(child);
  }
  return root;
}
