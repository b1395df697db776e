/** What no entry and no note has, and codes that are in texts only. */
import type { Note, Table } from '../../../../src/model/document.ts';
import { languageOfKey } from '../../../../src/text/lang-of-heading.ts';
import { isCode, isSureCode } from '../../code-words.ts';
import type { HeadingLookup } from '../../headings.ts';
import { plainOf } from '../../normalise/rich-text.ts';
import { textBlocks } from './blocks.ts';
import { parseLanguage, readKey } from './join-signed.ts';
import { isCodeKey, isCodeShaped, looksLikeCodeKey } from './keys.ts';
import { isResource } from './layout.ts';
import { type DataNode, spellingOf } from './node.ts';

/** A part that is not read, although it may hold codes. */
export interface Unread {
  line: number;
  text: string;
  node: DataNode;
}

interface Missed {
  line: number;
  text: string;
}

/**
 * Returns the codes of a file that are no entries, by their lines: keys and values that are codes by
 * their form or name, and codes with their own texts within a text; and the texts that are in no table and
 * no note.
 *
 * @param lookUp What headings stand for.
 * @param unread Parts that are reported already.
 * @example listMissed(rootOf('{ E1: { sub: [{ code: E2 }] } }'), tables, [], [], lookUp) // E2
 */
export function listMissed(
  root: DataNode,
  tables: readonly Table[],
  notes: readonly Note[],
  unread: readonly Unread[],
  lookUp: HeadingLookup,
): Missed[] {
  const missed: Missed[] = [];
  const skipped = new Set(unread.map(({ node }) => node));
  const cells = tables.flatMap(({ header, rows }) =>
    [...header, ...rows].flatMap((row) => row.cells),
  );
  const texts = cells.map(({ blocks }) => plainOf(blocks));
  const captions = tables.map(({ caption }) =>
    plainOf([{ type: 'paragraph', children: caption ?? [] }]),
  );
  const groups = new Set(captions.flatMap((caption) => caption.split(' / ')));
  const shown = [...texts, ...captions, ...notes.map(({ block }) => plainOf([block]))];
  const lines = new Set(
    shown.flatMap((text) =>
      [...text.split('\n'), ...text.split(' / ')].flatMap((line) => [
        line,
        line.replace(/^.*?: /, ''),
      ]),
    ),
  );
  const first = tables.flatMap(({ rows }) =>
    rows.map(({ cells: [cell] }) => plainOf(cell?.blocks ?? [])),
  );
  const own = new Set(first.flatMap((text) => text.split(/[\s,/|、，]+/)));
  const codes = new Set([...texts, ...own]);
  const inTables = new Set(texts.flatMap((text) => text.split('\n')));
  // Headings such as `sub.E1.text` are reported where they map to no field.
  for (const { header } of tables)
    for (const heading of (header[0]?.cells ?? []).map(({ blocks }) => plainOf(blocks)))
      if (lookUp(heading) === undefined)
        for (const part of heading.split('.')) codes.add(part.replace(/ \(.*$/, ''));

  const walk = (node: DataNode, key: string): void => {
    if (skipped.has(node)) return;
    if (node.kind === 'list') {
      const words = node.items.flatMap((item) =>
        item.kind === 'scalar' && !skipped.has(item) ? item.text : [],
      );
      const areCodes = words.length === node.items.length && words.every((one) => isCodeWord(one));
      // "E4: window cracked" in a list of texts.
      const leading = areCodes ? words : words.map((one) => codeBefore.exec(one)?.[1] ?? '');
      const lost = leading.filter(
        (one, at) => isCodeWord(one) && !inTables.has(words[at] ?? '') && !codes.has(one),
      );
      if (lost.length > 0) missed.push({ line: node.line, text: lost.join(', ') });
      else for (const item of node.items) walk(item, key);
    }
    if (node.kind === 'map')
      for (const entry of node.entries) {
        if (skipped.has(entry.value)) continue;
        const name = spellingOf(entry);
        const base = parseLanguage(name).name;
        const isLost =
          isCodeShaped(name) &&
          isSureCode(name) &&
          !isResource(entry.value) &&
          ![name, base, readKey(base).name].some((one) => codes.has(one));
        if (isLost && !groups.has(name)) missed.push({ line: entry.line, text: name });
        else walk(entry.value, entry.key);
      }
    if (node.kind === 'scalar') {
      const { line, text } = node;
      const isLost =
        isCodeKey(key) && looksLikeCodeKey(text) && /^[\w.-]+$/.test(text) && !codes.has(text);
      const inside = [...new Set(embeddedCodes(text))].filter((code) => !own.has(code));
      if (isLost) missed.push({ line, text });
      else if (inside.length > 0) missed.push({ line, text: inside.join(', ') });
      // Tables call the heading of their codes “code”, and name languages in headings.
      else if (!isShown(text) && lookUp(text)?.field !== 'code' && !languageOfKey(text))
        missed.push({ line, text: text.trim().slice(0, 80) });
    }
  };
  const isShown = (text: string): boolean =>
    plainOf(textBlocks(text))
      .split('\n')
      .every((line) => line === '' || lines.has(line));
  walk(root, '');
  // Aliases of YAML repeat their values.
  return [...new Map(missed.map((one) => [`${one.line} ${one.text}`, one])).values()];
}

/** A code before a text: `E4: window cracked`, `A003：票面污损`. */
const codeBefore = /^([A-Za-z][\w.-]*\d[\w.-]*|\d{3,})(?:$|\s*[:：]|\s+[-–—]\s)/;

/** Whether a word of a list is a code or a number, and not only a name. */
const isCodeWord = (word: string): boolean => isCode(word) && /\d/.test(word);

/** A line of a text that is a code with its own text: `E_FULL = Disk full`, `| E_FULL | Disk full |`. */
const line =
  /^\s*(?:[*-]\s+|\|\s*|\{\s*)?[`"'*]*([\w.-]+)[`"'*]*(?:\s*(?:[=:：|,;\t]|[-–—]\s)\s*\S|\s+(?=\p{Script=Han})|[ ]{2,}\S)/u;
const inData = /"\w*(?:code|errno)"\s*:\s*"?([\w.-]+)/gi;
const inCells = /<tr[^>]*>\s*<td[^>]*>(?:<\w+>)?\s*([\w.-]+)/gi;

/** Returns the codes in a text of several lines, or of data. */
function embeddedCodes(text: string): string[] {
  const inLines = /\n|^\s*\{/.test(text)
    ? text.split('\n').flatMap((one) => line.exec(one)?.[1] ?? [])
    : [];
  const found = [inData, inCells].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([, code]) => code ?? []),
  );
  return [...inLines, ...found].filter(isSureCode);
}
