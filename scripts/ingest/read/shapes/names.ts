/** Codes that are words joined by signs, or short numbers with a sign behind them, which only their repetition tells from other words. */
import type { Block, Inline } from '../../../../src/model/text.ts';
import type { HeadingLookup } from '../../headings.ts';
import { plainText } from '../rich-text.ts';
import { linesOf } from './items.ts';
import { type BlockPart, type Part, splitLines, startsDefinition } from './parts.ts';

/** `auth/token-expired`, `isv.missing-parameter`, `not-found`, `E-IO`; and `10.01`, `49.4C02`, which are no versions. */
const joined =
  /^(?:\p{Ll}[\p{L}\p{N}]*(?:[.:/_-]\p{L}[\p{L}\p{N}]*)+|\p{Lu}+(?:-\p{Lu}+)+(?![\p{L}\p{N}])|\d{1,3}\.(?:0\d|\d*[A-Z])[\dA-Z]*(?![.\d]))/u;
const fileName =
  /\.(?:c|cc|cfg|conf|cpp|css|env|go|h|html?|ini|java|js|json|jsx|md|mdx|php|properties|py|rb|rs|rst|sh|sql|toml|tsx?|txt|xml|ya?ml)$/i;

/** `auth/token-expired`: no word of a title. */
export const joinedName = /^[^\s]*[\p{L}\p{N}][._/-][\p{L}\p{N}][^\s]*$/u;

/** `0`, `-1`, `64 (EX_USAGE)`: they are codes below a title that says so. */
const number = /^[-+]?\d{1,3}(?![\p{L}\p{N}.%])/u;
/** `13.20.00`, `50.3`: a chapter or a version, unless it is a term below a title of messages. */
const dotted = /^\d{1,3}(?:\.[\dA-Z]{1,4}){1,2}(?![.\p{L}\p{N}])/u;
export const ofMessages = /\b(?:alarms?|errors?|events?|faults?|messages?)\b|报警|错误|故障|消息/i;
export const ofCodes = /\b(?:codes?|status(?:es)?|errno)\b|码|返回值/i;

/**
 * Returns the names joined by signs with which most headings of a level, most terms, most items of a list, or
 * most paragraphs that begin with a mark begin; and the numbers with which all terms or items below a title of
 * codes begin. They are codes only in a document that has no others.
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
  let title = '';
  let hasSteps = false;
  for (const part of parts) {
    if (part.type === 'heading') title = plainText(part.children);
    else if (title === '' && part.type === 'block') title = titleOfFront(part.block);
    const isOfCodes = ofCodes.test(title);
    hasSteps ||= !isOfCodes && linesOf(part).some(({ children }) => numberOf(children, false));
    if (part.type === 'heading') add(`heading ${part.level}`, nameOf(part.children, true, false));
    else if (part.type === 'term') {
      const [number] = ofMessages.test(title)
        ? (dotted.exec(plainText(part.children).trim()) ?? [])
        : [];
      add(`term ${part.level} ${title}`, number ?? nameOf(part.children, true, isOfCodes));
    } else if (part.type === 'block') addBlock(part, title, isOfCodes, add);
  }
  const names = [...groups.values()].flatMap(namesOfGroup);
  // Numbers below other titles count steps: then nothing tells which are codes.
  return new Set(hasSteps ? names.filter((name) => !number.test(name)) : names);
}

/** Returns the numbers, even short ones, with which terms and items below titles of codes begin. */
export const findShortNumbers = (parts: Part[]): Set<string> =>
  new Set([...findNames(parts)].filter((name) => number.test(name)));

/** Returns the names of a group, if most members have one; plain words, if all have one of their own. */
function namesOfGroup(members: (string | undefined)[]): string[] {
  const names = [...new Set(members.filter((name) => name !== undefined))];
  const words = names.filter((name) => joined.test(name) || dotted.test(name));
  const areNumbers = names.every((name) => number.test(name));
  const least = words.length > 1 || areNumbers ? members.length * 0.6 : members.length;
  const counted =
    words.length > 1 ? members.filter((name) => name !== undefined).length : names.length;
  return names.length > 1 && counted >= least ? names : [];
}

/** Returns a lookup that knows the names of a document, too. */
export const withNames = (lookUp: HeadingLookup, names: ReadonlySet<string>): HeadingLookup =>
  Object.assign((text: string) => lookUp(text), { names });

function addBlock(
  { block, line }: BlockPart,
  title: string,
  isOfCodes: boolean,
  add: (group: string, name: string | undefined) => void,
): void {
  if (block.type === 'list')
    for (const item of block.children) {
      const [first] = item.children;
      add(
        `list ${line}`,
        first?.type === 'paragraph' ? nameOf(first.children, false, isOfCodes) : undefined,
      );
    }
  if (block.type !== 'paragraph') return;
  const lines = splitLines(block.children, 0);
  const [first, second] = lines;
  if (first && second && startsDefinition(plainText(second.children))) {
    const whole = nameOf(first.children, true, isOfCodes);
    add(`definition ${title}`, whole ?? nameOf(first.children, false, isOfCodes));
    return;
  }
  for (const { children } of lines) {
    const name = nameOf(children, false, false);
    if (name !== undefined) add('paragraph', name);
  }
}

/** Returns the title that a page has in lines above its text: `title: Exit codes`. */
const titleOfFront = (block: Block): string =>
  (block.type === 'paragraph' && /^title\s*[:=]\s*(.+)$/m.exec(plainText(block.children))?.[1]) ||
  '';

/** Returns the name with which a text begins: in running text it is marked, unless it may be a number. */
function nameOf(children: Inline[], isTitle: boolean, mayBeNumber: boolean): string | undefined {
  const [first] = children.filter((child) => plainText([child]).trim() !== '');
  const whole = plainText(children).trim();
  const digits = mayBeNumber ? numberOf(children, isTitle) : undefined;
  if (digits) return digits;
  const isMarked = first?.type === 'inlineCode' || first?.type === 'strong';
  if (!first || !(isTitle || isMarked)) return undefined;
  const text = isTitle ? whole : plainText([first]).trim();
  const [name = ''] = joined.exec(text) ?? [];
  const isWhole = isTitle ? isEnd(text.slice(name.length), true) : text === name;
  return name !== '' && isWhole && !fileName.test(name) ? name : undefined;
}

/** Returns the number with which a text begins, if a sign follows it. */
function numberOf(children: Inline[], isTitle: boolean): string | undefined {
  const whole = plainText(children).trim();
  const [digits = ''] = number.exec(whole) ?? [];
  return digits !== '' && isEnd(whole.slice(digits.length), isTitle) ? digits : undefined;
}

/** Whether a text shows that what is before it ends there. */
const isEnd = (text: string, isTitle: boolean): boolean =>
  /^\s*[:：=(（—–]|^\s+(?:-\s|\p{Script=Han})/u.test(text) ||
  (isTitle &&
    (/^(?:\s*[,，、/&]\s*[-+]?\d+)*\s*$/.test(text) ||
      joinedName.test(text.replace(andOther, ''))));
/** What separates two names in a title. */
const andOther = /^\s*(?:and|or|[,，、/&和与或])\s*/;
