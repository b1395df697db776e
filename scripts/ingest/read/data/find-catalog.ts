import type { Note, Table } from '../../../../src/model/document.ts';
import { isSureCode } from '../../code-words.ts';
import type { HeadingLookup } from '../../headings.ts';
import { blocksOf } from './blocks.ts';
import { type Context, groupsWith, languageGroups } from './context.ts';
import { nameKeys } from './english-names.ts';
import { isEntry, splitParents } from './entries.ts';
import { findCodes } from './find-codes.ts';
import { readItems } from './items.ts';
import type { RecordGroup } from './join-languages.ts';
import { joinSigned } from './join-signed.ts';
import { partOf, recordOfKey } from './keyed-entries.ts';
import {
  fieldOfGroup,
  isCodeKey,
  isDefinitions,
  isGroupOfCodes,
  isStructure,
  looksLikeCodeKey,
} from './keys.ts';
import { hasCodeKeys, hasSentences, isCount, isListOfThings } from './layout.ts';
import type { Unread } from './missed.ts';
import { type DataEntry, type DataList, type DataMap, type DataNode, spellingOf } from './node.ts';
import { findParallel, joinParallel } from './parallel.ts';
import { type DataRecord, flattenRecord, isLeaf } from './record.ts';
import { joinColumns, readRows } from './rows.ts';
import { tablesOf } from './tables-of.ts';

/**
 * Finds the error codes in a data file, whatever their layout:
 *
 * - a list of maps, each with its code under `code`, `id`, `name` …;
 * - a map from code to a map of texts, or to one text;
 * - a list of rows `[code, text, …]`, perhaps below a row of headings;
 * - groups of these, at any depth; the keys above become the caption;
 * - texts by language: `{ en: …, zh: … }` around the codes, in an entry or in a text, keys such as
 *   `message_zh`, or a list whose items have a `lang`.
 *
 * Whether the keys of a map are codes or names of fields shows in their repetition: entries share
 * the names of their fields, and codes are distinct. Where one entry is all there is, well-known
 * names of fields decide.
 *
 * @param root Its Chinese keys get their English names.
 * @param lookUp What Chinese keys stand for.
 * @returns One table for each group and language, its headings the keys, its first column the code;
 *   values beside the groups (a version, a title) are notes, and so are parts such as `$defs` next to codes,
 *   which are `unread`.
 */
export function findCatalog(
  root: DataNode,
  lookUp: HeadingLookup,
): {
  tables: Table[];
  notes: Note[];
  unread: Unread[];
} {
  const found: RecordGroup[] = [];
  const notes: Note[] = [];
  const unread: Unread[] = [];
  const addTable = (
    records: DataRecord[],
    context: Context,
    { entries = [], things }: Pick<RecordGroup, 'entries' | 'things'> = {},
  ) => {
    const { groups, lang, field } = context;
    const areTexts = entries.length > 0 && entries.every(({ value }) => isLeaf(value));
    const words = entries.every(isWord) ? entries : [];
    const areCounts =
      entries.length > 0 && entries.every(isCount) && !isAboutErrors.test(groups.at(-1) ?? 'error');
    const own = { areCounts, field: areTexts ? field : undefined, entries, words, things };
    if (records.length > 0) found.push({ records, caption: groups.join(' / '), lang, ...own });
  };

  const walkMap = (whole: DataMap, context: Context): void => {
    const { map, orphans } = joinSigned(whole);
    for (const entry of orphans) addUnread(entry);
    const languages = languageGroups(map);
    if (languages.length > 0) {
      for (const { entry, lang } of languages) walk(entry.value, { ...context, lang });
      const own = new Set(languages.map(({ entry }) => entry));
      const others = map.entries.filter((entry) => !own.has(entry));
      if (others.length > 0) walkMap({ ...map, entries: others }, context);
      return;
    }
    if (isEntry(map) && !hasCodeKeys(map) && map.entries.some(({ key }) => isCodeKey(key))) {
      addTable([flattenRecord(map, context.lang)], context);
      return;
    }
    const headed = joinColumns(map);
    if (headed) {
      walkMap(headed, context);
      return;
    }
    const parallel = findParallel(map);
    if (parallel.length > 0) {
      addTable(joinParallel(parallel, context.lang), context);
      const rest = map.entries.filter(({ value }) => !parallel.some((one) => one.value === value));
      for (const entry of rest.filter(({ value }) => isLeaf(value)))
        addNote({ kind: 'map', line: entry.line, entries: [entry] });
      const groups = rest.filter(({ value }) => !isLeaf(value));
      if (groups.length > 0) walkMap({ ...map, entries: groups }, context);
      return;
    }
    const parents = splitParents(map);
    if (parents.some((parent) => parent !== undefined)) {
      const own = map.entries.map((entry, at) => parents[at]?.own ?? entry);
      walkMap({ ...map, entries: own }, context);
      for (const parent of parents)
        if (parent)
          walkMap(parent.below, {
            ...context,
            groups: [...context.groups, spellingOf(parent.own)],
          });
      return;
    }
    const codes =
      context.isStructure && !hasCodeKeys(map) && !hasSentences(map)
        ? new Set(map.entries.filter(isException))
        : findCodes(
            {
              ...map,
              entries: map.entries.filter(({ key, value }) => !isDefinitions(key) || isLeaf(value)),
            },
            context,
          );
    const records = [...codes].map((entry) => recordOfKey(entry, context));
    addTable(records, context, { entries: [...codes] });
    for (const entry of map.entries) {
      if (codes.has(entry)) continue;
      const { key, line, value } = entry;
      const part = partOf(entry, map, codes.size > 0, whole === root);
      if (part === 'unread') addUnread(entry);
      else if (part === 'note') addNote({ kind: 'map', line, entries: [entry] });
      else
        walk(value, {
          ...context,
          groups: groupsWith(context, key, spellingOf(entry)),
          field: fieldOfGroup(key),
          areCodes: isGroupOfCodes(key),
          isStructure: isStructure(key) && !/^(?:responses|items)$/i.test(key),
        });
    }
  };

  const walkList = (list: DataList, context: Context): void => {
    const entries = list.items.flatMap((item) => (item.kind === 'map' ? item.entries : []));
    const isPairs = list.items.every((item) => item.kind === 'map' && item.entries.length === 1);
    if (isPairs && new Set(entries.map(({ key }) => key)).size === entries.length) {
      walkMap({ kind: 'map', line: list.line, entries }, context);
      return;
    }
    const rows = readRows(list, lookUp, context.lang);
    if (rows) {
      addTable(rows, context);
      return;
    }
    const { byLanguage, others, texts, empty } = readItems(list, context);
    for (const node of empty) addNote(node);
    for (const { node, text } of texts) unread.push({ line: node.line, text, node });
    const key = context.groups.at(-1) ?? '';
    const areThings = isListOfThings(list) && key !== '' && !isAboutErrors.test(key);
    const things = areThings ? { key, line: list.line, value: list } : undefined;
    for (const [lang, records] of byLanguage) addTable(records, { ...context, lang }, { things });
    for (const { node, context: inside } of others) walk(node, inside);
  };

  const walk = (node: DataNode, context: Context): void => {
    if (node.kind === 'map') walkMap(node, context);
    else if (node.kind === 'list') walkList(node, context);
    else addNote(node);
  };
  const addNote = (node: DataNode) => {
    for (const block of blocksOf(node)) notes.push({ line: node.line, block });
  };

  const addUnread = (entry: DataEntry) => {
    unread.push({ line: entry.line, text: spellingOf(entry), node: entry.value });
    addNote({ kind: 'map', line: entry.line, entries: [entry] });
  };

  nameKeys(root, lookUp);
  walk(root, { groups: [] });
  const { tables, words, counts } = tablesOf(found);
  for (const entry of counts) addNote({ kind: 'map', line: entry.line, entries: [entry] });
  for (const entry of words) addUnread(entry);
  return { tables, notes, unread };
}

/** Whether a part of the description of an interface is an error: `Busy: { error: { httpStatusCode: 409 }, … }`. */
const isException = ({ value }: DataEntry): boolean =>
  value.kind === 'map' &&
  value.entries.some(
    ({ key, value: own }) =>
      (key === 'error' && own.kind === 'map') ||
      (key === 'exception' && own.kind === 'scalar' && own.text === 'true'),
  );

/** Groups of names of codes, whose numbers are their codes. */
const isAboutErrors = /err|code|fault|alarm|exit|return|exception|错误|码/i;

/** Whether an entry is a text under a word that is hardly a code. */
const isWord = ({ key, value }: DataEntry): boolean =>
  isLeaf(value) && !looksLikeCodeKey(key) && !isSureCode(key);
