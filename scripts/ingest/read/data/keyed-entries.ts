/** The entries of a map in a data file whose keys may be codes. */
import { isErrorPath, isFile, isLabelOfPage } from './asides.ts';
import type { Context } from './context.ts';
import { hasCodes as hasCodesIn } from './entries.ts';
import {
  isDefinitions,
  isExample,
  isFieldOfCode,
  isGroupOfCodes,
  isHistory,
  isLegend,
  isMetadata,
  isRemark,
  isTemplate,
  isText,
  isTitle,
  looksLikeCodeKey,
} from './keys.ts';
import {
  hasCodeKeys,
  hasConstants,
  hasSentences,
  isAboutObject,
  isCommonList,
  isLeafMap,
  isMerged,
  isResource,
  isValueList,
} from './layout.ts';
import { type DataEntry, type DataMap, type DataNode, spellingOf } from './node.ts';
import { type DataRecord, flattenRecord, isLeaf, isTextOfKey, withFirst } from './record.ts';
import { keyHeading } from './table-of.ts';

/** Returns the record of an entry whose key is a code, and whose value is its text, or a map of texts. */
export function recordOfKey(entry: DataEntry, context: Context): DataRecord {
  const { line, value } = entry;
  const text: DataMap = {
    kind: 'map',
    line,
    entries: [{ key: context.field ?? 'message', line, value }],
  };
  const fields = value.kind === 'map' && !isLeaf(value) ? value : text;
  return withFirst(flattenRecord(fields, context.lang), keyHeading, spellingOf(entry), line);
}

/**
 * What an entry is whose key is no code: a group of codes, a note, or a note that may hold codes.
 *
 * @param map The map with the entry.
 * @param hasCodes Whether other keys of the map are codes.
 * @param isRoot Whether the map is all of the file.
 */
export function partOf(
  entry: DataEntry,
  map: DataMap,
  hasCodes: boolean,
  isRoot: boolean,
): 'group' | 'note' | 'unread' {
  const { key, value } = entry;
  const parts = map.entries.filter((one) => !isLeaf(one.value));
  const isBase = isMerged(value) && isLeafMap(value) && !hasCodeKeys(value);
  const isUnread =
    isCommonList(entry) ||
    isValueList(entry) ||
    isFile(entry) ||
    (hasCodes && isTextOfKey(value) && (isErrorPath(key) || isLabelOfPage(entry, map.entries))) ||
    (isLegend(key) && isGroupBeside(map, entry) && !isLeaf(value)) ||
    (!isRoot && isSentenceBeside(entry, parts)) ||
    (isExample(key) && !isLeaf(value)) ||
    (isLegend(key) && hasConstants(value)) ||
    (map.entries.some((other) => hasSentences(other.value)) && hasWordsOnly(value)) ||
    // Only a code has such a value: it is one of the codes of the group.
    (isFieldOfCode(key) && isLeaf(value) && !isRoot) ||
    (parts.length > 1 && isDefinitions(key) && !isLeaf(value)) ||
    (hasCodes && (key === '' || ((isTemplate(key) || isBase) && !isLeaf(value))));
  if (isUnread) return 'unread';
  const isAbout =
    (isResource(value) && !hasConstants(value)) ||
    isAboutObject(map, key) ||
    (isRemark(key) && (isHistory(key) || value.kind !== 'map' || !hasCodeKeys(value)));
  return isTextOfKey(value) || isAbout || isBase ? 'note' : 'group';
}

/** Whether an entry is a sentence beside groups of codes, and its key does not say that it is about them. */
const isSentenceBeside = ({ key, value }: DataEntry, parts: readonly DataEntry[]): boolean =>
  value.kind === 'scalar' &&
  /\S\s+\S|\p{Script=Han}{4}/u.test(value.text) &&
  !isMetadata(key) &&
  !isTitle(key) &&
  !isText(key) &&
  !isRemark(key) &&
  !isTemplate(key) &&
  !/^(?:docs?|help|info|summary)$/i.test(key) &&
  parts.some((part) => hasCodesIn(part.value, part.key));

/** Whether all keys of a map, and of those in it, are words. */
const hasWordsOnly = (node: DataNode): boolean =>
  node.kind === 'map' &&
  node.entries.every(
    ({ key, value }) => !looksLikeCodeKey(key) && (isLeaf(value) || hasWordsOnly(value)),
  );

/** Whether another entry of a map holds its codes. */
const isGroupBeside = ({ entries }: DataMap, entry: DataEntry): boolean =>
  entries.some((other) => other !== entry && isGroupOfCodes(other.key) && !isLeaf(other.value));
