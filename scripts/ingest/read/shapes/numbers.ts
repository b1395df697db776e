/** Numbers that are codes because of those around them, and of the titles above. */
import type { Block } from '../../../../src/model/text.ts';
import { isCounting } from '../../code-words.ts';
import { plainText } from '../rich-text.ts';
import { prefixedNumber } from './code-ranges.ts';
import { linesOf } from './items.ts';
import { ofCodes, ofMessages } from './names.ts';
import type { Line, Part } from './parts.ts';

/**
 * Returns the lines that begin with short numbers below a title of errors or codes, unless they count: "27 absent",
 * "34: fault".
 *
 * @param parts Parts of a document that belong to no code.
 */
export function listNumbers(parts: Part[]): Line[] {
  const sections: { lines: Line[]; numbers: number[] }[] = [];
  let title = '';
  for (const part of parts) {
    if (part.type === 'heading') {
      title = plainText(part.children);
      sections.push({ lines: [], numbers: [] });
    } else if (ofMessages.test(title) || ofCodes.test(title))
      for (const line of linesOf(part)) {
        const [digits] = beginning.exec(plainText(line.children).trim()) ?? [];
        if (digits === undefined) continue;
        sections.at(-1)?.lines.push(line);
        sections.at(-1)?.numbers.push(Number(digits));
      }
  }
  return sections.flatMap(({ lines, numbers }) => {
    return numbers.length > 1 && !isCounting(numbers) && new Set(numbers).size === numbers.length
      ? lines
      : [];
  });
}
const beginning = /^[-+]?\d{1,3}(?=\s*[:：(（]|\s+(?:[-–—]\s|\p{L}{3}))/u;

/**
 * Returns the numbers with a part of their own that are items below items of the same numbers: "401.1 - Logon failed"
 * below "401 - Access denied".
 */
export function findPartedNumbers(parts: Part[]): Set<string> {
  const found = new Set<string>();
  const visit = (block: Block, above: string | undefined): void => {
    if (block.type !== 'list') return;
    for (const { children } of block.children) {
      const [first] = children;
      const text = first?.type === 'paragraph' ? plainText(first.children) : '';
      const [own, whole = ''] = partedNumber.exec(text) ?? [];
      if (own !== undefined && own !== whole && whole === above) found.add(own);
      for (const child of children) visit(child, own ?? above);
    }
  };
  for (const part of parts) if (part.type === 'block') visit(part.block, undefined);
  return found;
}
const partedNumber = /^(\d{3,})(?:\.\d{1,4})?(?=\s*[:：]|\s+[-–—]\s)/;

/**
 * Returns the words with numbers behind a colon, if several words have the same numbers: `error:1` beside `ALARM:1`.
 * Otherwise the word is a label.
 *
 * @param parts The parts of the document.
 */
export function findPrefixedNumbers(parts: Part[]): Set<string> {
  const words = new Map<string, Set<string>>();
  const found = new Set<string>();
  for (const { children } of parts.flatMap(linesOf)) {
    const [whole = '', word = '', digits = ''] =
      prefixedNumber.exec(plainText(children).trim()) ?? [];
    if (whole === '') continue;
    found.add(whole);
    words.set(digits, (words.get(digits) ?? new Set()).add(word.toLowerCase()));
  }
  const shared = [...words.values()].filter(({ size }) => size > 1).length;
  return new Set(shared > 1 ? found : []);
}

/**
 * Returns the numbers of three digits or more with which all items of lists begin, without a sign behind them:
 * "* 1002  request body invalid". They rise, and a title says that they are codes, or most lists have them.
 *
 * @param parts The parts of the document.
 */
export function findListedNumbers(parts: Part[]): Set<string> {
  const found: { numbers: string[]; isOfCodes: boolean }[] = [];
  let lists = 0;
  let above = '';
  let title = '';
  for (const part of parts) {
    if (part.type === 'heading') {
      title = plainText(part.children);
      above ||= title;
    }
    if (part.type !== 'block' || part.block.type !== 'list') continue;
    lists += 1;
    const numbers = part.block.children.map(({ children: [first] }) =>
      first?.type === 'paragraph' ? (beforeText.exec(plainText(first.children))?.[1] ?? '') : '',
    );
    const areRising = numbers.every((one, at) => Number(one) > Number(numbers[at - 1] ?? 99));
    const isOfCodes = [above, title].some((one) => ofMessages.test(one) || ofCodes.test(one));
    if (areRising) found.push({ numbers, isOfCodes });
  }
  const all = found.flatMap(({ numbers }) => numbers);
  const areTitled = found.some(({ isOfCodes }) => isOfCodes);
  const areCodes = all.length > (areTitled ? 1 : 3) && (areTitled || found.length * 2 > lists);
  return new Set(areCodes ? all : []);
}
const beforeText = /^\s*(\d{3,})\s+[^\s\d]/;
