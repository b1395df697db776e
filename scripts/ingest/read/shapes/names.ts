/** Codes that are words joined by signs, which only their repetition tells from other words. */
import type { Block, Inline } from '../../../../src/model/text.ts';
import type { HeadingLookup } from '../../headings.ts';
import { plainText } from '../rich-text.ts';
import { type Part, splitLines } from './parts.ts';

/** `auth/token-expired`, `isv.missing-parameter`, `not-found`. */
const joined = /^\p{Ll}[\p{L}\p{N}]*(?:[.:/_-]\p{L}[\p{L}\p{N}]*)+/u;
const fileName =
  /\.(?:c|cc|cfg|conf|cpp|css|env|go|h|html?|ini|java|js|json|jsx|md|mdx|php|properties|py|rb|rs|rst|sh|sql|toml|tsx?|txt|xml|ya?ml)$/i;

/**
 * Returns the names joined by signs with which most headings of a level, most terms, most items of a list, or
 * most paragraphs that begin with a mark begin. They are codes only in a document that has no others.
 *
 * @param parts The parts of the document.
 * @example "- `auth/token-expired`: Too late." above "- `auth/wrong-password`: Try again."
 */
export function findNames(parts: Part[]): Set<string> {
  const groups = new Map<string, (string | undefined)[]>();
  const add = (group: string, name: string | undefined) => {
    const names = groups.get(group);
    if (names) names.push(name);
    else groups.set(group, [name]);
  };
  for (const part of parts) {
    if (part.type === 'heading' || part.type === 'term')
      add(`${part.type} ${part.level}`, nameOf(part.children, true));
    else if (part.type === 'block') addBlock(part.block, `list ${part.line}`, add);
  }
  const found = [...groups.values()].map((names) => new Set(names.filter(Boolean) as string[]));
  const most = [...groups.values()].map(
    (names) => names.filter(Boolean).length >= names.length * 0.6,
  );
  return new Set(
    found.flatMap((names, index) => (names.size > 1 && most[index] ? [...names] : [])),
  );
}

/** Returns a lookup that knows the names of a document, too. */
export const withNames = (lookUp: HeadingLookup, names: ReadonlySet<string>): HeadingLookup =>
  Object.assign((text: string) => lookUp(text), { names });

function addBlock(
  block: Block,
  list: string,
  add: (group: string, name: string | undefined) => void,
): void {
  if (block.type === 'list')
    for (const item of block.children) {
      const [first] = item.children;
      add(list, first?.type === 'paragraph' ? nameOf(first.children, false) : undefined);
    }
  if (block.type !== 'paragraph') return;
  for (const { children } of splitLines(block.children, 0)) {
    const name = nameOf(children, false);
    if (name !== undefined) add('paragraph', name);
  }
}

/** Returns the name with which a text begins: in running text it is marked. */
function nameOf(children: Inline[], isTitle: boolean): string | undefined {
  const [first] = children.filter((child) => plainText([child]).trim() !== '');
  if (!first || !(isTitle || first.type === 'inlineCode' || first.type === 'strong'))
    return undefined;
  const text = plainText(isTitle ? children : [first]).trim();
  const [name = ''] = joined.exec(text) ?? [];
  const isWhole = isTitle
    ? /^(?:$|\s*[:：(（—–]|\s+-\s)/.test(text.slice(name.length))
    : text === name;
  return name !== '' && isWhole && !fileName.test(name) ? name : undefined;
}
