/** The codes with which headings begin, or end: what they show together tells codes from other words. */
import { countAll } from '../../../../src/text/count-all.ts';
import { reasonPhrases } from '../../../../src/text/statuses.ts';
import { isCounting, isSureCode, patternOf } from '../../code-words.ts';
import type { HeadingLookup } from '../../headings.ts';
import { plainText } from '../rich-text.ts';
import { type LinkedLead, leadOf, linesOf } from './items.ts';
import { readLead, readLeadAtEnd } from './leads.ts';
import { findNames } from './names.ts';
import { joinLines, type Part, splitLines } from './parts.ts';

type Heading = Extract<Part, { type: 'heading' }>;

/**
 * Returns the codes of the headings of a document.
 *
 * @param parts The parts of the document; only headings are looked at.
 * @example "## E10 Out of paper", "## Out of paper (E10)", and "## 10 - Out of paper" next to "## 32 - Jam"
 */
export function leadsOfHeadings(parts: Part[], lookUp: HeadingLookup): Map<Part, LinkedLead> {
  const headings = parts.filter((part) => part.type === 'heading');
  const atEnd = patternsAtEnd(headings);
  const numbered = levelsWhere(headings, beginWithNumbers);
  const bare = levelsWhere(headings, areNumbers);
  const named = levelsWhere(headings, endWithNames);
  const all = headings.flatMap((heading) => {
    const { children, level } = heading;
    const text = plainText(children).trim();
    const behind = readLeadAtEnd(text);
    const lead =
      leadOf(children, 'heading', lookUp) ??
      (numbered.has(level) ? readLead(text.replace(worded, ''), 'sibling', lookUp) : undefined) ??
      (bare.has(level) && bareNumber.test(withoutBracket(text))
        ? readLead(text, 'sibling', lookUp)
        : undefined) ??
      (behind && atEnd.has(patternOf(behind.code)) ? behind : undefined) ??
      (named.has(level) ? readNameAtEnd(text) : undefined);
    return lead ? [[heading, lead] as const] : [];
  });
  const begun = all.some(([, { code }]) => wildcard.test(code)) ? codesIn(parts) : [];
  const isGroup = ({ code }: LinkedLead) =>
    wildcard.test(code) && begun.some((other) => isGroupOf(code, other));
  const amounts = new Set(
    all.flatMap(([heading]) => (isAmount(plainText(heading.children).trim()) ? [heading] : [])),
  );
  // Titles of codes have letters in the code, or begin like titles.
  const titled = all.filter(
    ([heading, { code, rest }]) =>
      !amounts.has(heading) && (/\p{L}/u.test(code) || !/^\p{Ll}/u.test(rest)),
  ).length;
  const areAmounts = titled > 1 && titled + amounts.size === all.length;
  const leads = all.filter(
    ([heading, lead]) => !isGroup(lead) && !(areAmounts && amounts.has(heading)),
  );
  // "Q5: The lamp is dark" among questions is one of them.
  const hasQuestions = headings.some(({ children }) => question.test(plainText(children).trim()));
  if (hasQuestions) return new Map(leads.filter(([, { code }]) => !/^Q\d{1,2}$/.test(code)));
  const codes = leads.slice(1).map(([, { code }]) => code);
  const isTitle = headings[0] === leads[0]?.[0] && isTitleOfAll(leads[0], headings, codes, lookUp);
  return new Map(isTitle ? leads.slice(1) : leads);
}

/**
 * Returns the parts of a document in which a line that is nothing but a code, below the title of its section,
 * is a part of that title. A section with several such lines is a group of codes.
 *
 * @example "### Camera failed" above "Error code: E1301" // => "### Error code: E1301 Camera failed"
 */
export function joinCodesBelow(parts: Part[], lookUp: HeadingLookup): Part[] {
  const lines = parts.map((part) => {
    if (part.type !== 'block' || part.block.type !== 'paragraph') return undefined;
    const [first, ...others] = splitLines(part.block.children, part.line);
    const lead = first && leadOf(first.children, 'paragraph', lookUp);
    const isAlone = lead && lead.rest === '' && lead.bracket === '' && !lead.url;
    return isAlone && isSureCode(lead.code) ? { first, others } : undefined;
  });
  const titles = [...parts.entries()].flatMap(([index, part]) => {
    if (part.type !== 'heading' || leadOf(part.children, 'heading', lookUp)) return [];
    if (lookUp(plainText(part.children)) !== undefined || !lines[index + 1]) return [];
    let end = index + 1;
    while (end < parts.length && parts[end]?.type !== 'heading') end += 1;
    const own = lines.slice(index, end).filter(Boolean);
    return own.length === 1 ? [{ index, level: part.level }] : [];
  });
  const counts = countAll(titles.map(({ level }) => level));
  const joined = new Set(
    titles.filter(({ level }) => (counts.get(level) ?? 0) > 1).map(({ index }) => index),
  );
  return parts.flatMap((part, index): Part[] => {
    const below = joined.has(index) ? lines[index + 1]?.first : undefined;
    if (below && part.type === 'heading')
      return [
        { ...part, children: [...below.children, { type: 'text', value: ' ' }, ...part.children] },
      ];
    const rest = joined.has(index - 1) ? lines[index]?.others : undefined;
    if (!rest) return [part];
    return rest.length > 0 ? [joinLines(rest)] : [];
  });
}

/**
 * Whether the title of a document begins like a code, such as the name of a product, but is spelled
 * unlike the codes in the headings below it.
 */
function isTitleOfAll(
  lead: readonly [Heading, LinkedLead] | undefined,
  headings: Heading[],
  codes: string[],
  lookUp: HeadingLookup,
): boolean {
  if (!lead || headings.slice(1).some(({ level }) => level <= lead[0].level)) return false;
  const { code } = lead[1];
  // A plain name above titles that are no labels is that of a product: "gRPC", "GitHub".
  const isName = !/[\d_.]/.test(code);
  const titles = headings.slice(1).filter(({ children }) => !lookUp(plainText(children)));
  if (codes.length === 0)
    return titles.length > 1 && (isName || findNames(headings.slice(1)).size > 1);
  const isOne = (other: string) => other.startsWith(code) || patternOf(other) === patternOf(code);
  return codes.length > 1 && !codes.some(isOne);
}

/** The levels at which the titles of all headings show together that they are codes. */
function levelsWhere(headings: Heading[], areCodes: (titles: string[]) => boolean): Set<number> {
  const levels = Map.groupBy(headings, ({ level }) => level);
  return new Set(
    [...levels].flatMap(([level, same]) =>
      areCodes(same.map(({ children }) => plainText(children).trim())) ? [level] : [],
    ),
  );
}

/** "500 files", "500 小时", "100 messages at once?": beside other titles it is how many there may be. */
function isAmount(title: string): boolean {
  const [, words = ''] = amount.exec(title) ?? [];
  return words !== '' && !reasonPhrases.has(words.toLowerCase());
}
const amount =
  /^[\d,]+\s+(\S.*[?？]|\p{Ll}.*|(?:小时|分钟|秒|天|周|个?月|年|个|次|条|人|元|件|位|字符|字节|文件|[KMGT]B)\p{Script=Han}{0,4})$/u;

/** The words with which the titles and the lines of a document begin. */
const codesIn = (parts: Part[]): string[] =>
  parts.flatMap((part) =>
    linesOf(part).flatMap(({ children }) =>
      plainText(children)
        .split(/[\s,，、:：]+/, 2)
        .filter((word) => /\d/.test(word)),
    ),
  );

const wildcard = /^([\p{L}\p{N}_.-]*\d)x{2,}$/iu;

/** Whether a code stands for all that begin like it: `1xxx` for `1001` and `E1001`. */
function isGroupOf(code: string, other: string): boolean {
  const [, start = ''] = wildcard.exec(code) ?? [];
  const own = /^\d/.test(start) ? other.replace(/^\p{L}+[_.-]?/u, '') : other;
  return (
    start !== '' &&
    own.length === code.length &&
    own.startsWith(start) &&
    /^\d+$/.test(own.slice(start.length))
  );
}

/** A title without a remark in brackets behind it: "137 (128 + 9)". */
const withoutBracket = (title: string): string => title.replace(/\s*[(（][^()（）]+[)）]$/, '');

/** Whether titles are numbers: "## 0" beside "## 100", or many that do not count chapters. */
function areNumbers(titles: string[]): boolean {
  const numbers = titles.map(withoutBracket).filter((title) => /^[-+]?\d+$/.test(title));
  const isMost = numbers.length > 2 && numbers.length * 2 > titles.length;
  return (
    numbers.some((title) => /\d{3}/.test(title)) || (isMost && !isCounting(numbers.map(Number)))
  );
}

/** Reads a name in square brackets at the end of a title: "Check the arguments [type-arg]". */
function readNameAtEnd(text: string): LinkedLead | undefined {
  const [, rest = '', code = ''] = /^(.*\S)\s*\[([a-z]+(?:-[a-z\d]+)+)\]$/s.exec(text) ?? [];
  return code === '' ? undefined : { code, label: '', bracket: '', rest };
}

/** Whether most titles end with a name in brackets. */
function endWithNames(titles: string[]): boolean {
  const names = titles.filter(readNameAtEnd);
  return names.length > 2 && names.length * 2 > titles.length;
}

const bareNumber = /^[-+]?\d{1,2}$/;

const question = /^Q\d{1,2}\b.*[?？]$/;

/** A short number with a sign behind it: "10 - Out of paper". */
const numbered = /^(\d{1,5})\s*(?:[-–—]\s|[:：])/;

/** A word before a number, which does not count parts of the document. */
const worded =
  /^(?!(?:Appendix|Case|Chapter|Day|Example|Figure|Lesson|Level|Option|Part|Phase|Question|Release|Section|Stage|Step|Table|Task|Unit|Version|Week)\b)([A-Z][A-Za-z]{1,12}) (?=\d{1,5}\s*(?:[-–—]\s|[:：]))/;

/** Whether all titles begin with short numbers that do not count chapters. */
function beginWithNumbers(titles: string[]): boolean {
  // "Xid 13: Exception" beside "Xid 31: Page fault", and perhaps other titles.
  const named = titles.filter((title) => worded.test(title));
  const words = new Set(named.map((title) => worded.exec(title)?.[1]));
  const isWorded = words.size === 1 && named.length > 2 && named.length * 2 >= titles.length;
  const numbers = (isWorded ? named.map((title) => title.replace(worded, '')) : titles).map(
    (title) => numbered.exec(title)?.[1],
  );
  return numbers.length > 2 && !numbers.includes(undefined) && !isCounting(numbers.map(Number));
}

/** The patterns of codes that several headings name, of which some have theirs in brackets at the end. */
function patternsAtEnd(headings: Heading[]): Set<string> {
  const titles = headings.map(({ children }) => plainText(children));
  const patterns = titles.flatMap((title) => {
    const { code } = readLeadAtEnd(title) ?? readLead(title, 'heading', () => undefined) ?? {};
    return code === undefined ? [] : [patternOf(code)];
  });
  const counts = countAll(patterns);
  return new Set(patterns.filter((pattern) => (counts.get(pattern) ?? 0) > 1));
}
