/** Which maps of a data file are entries, and which keys are codes. */

import { countAll } from '../../../../src/text/count-all.ts';
import { languageOfKey } from '../../../../src/text/lang-of-heading.ts';
import {
  commonGroup,
  isCodeKey,
  isCodeShaped,
  isFieldName,
  isFieldOfCode,
  isMetadata,
  isOwnCode,
  isPart,
  isRemark,
  isStructure,
  isTemplate,
  isText,
  isTextOfCode,
  isTitle,
  keyNameOf,
  looksLikeCodeKey,
  singularOf,
} from './keys.ts';
import type { DataEntry, DataMap, DataNode } from './node.ts';
import { isByLanguage, isLeaf } from './record.ts';

/** Whether a list of texts has the name of a group of entries: `codes: [E1, E2]`. */
export const isCommonList = ({ key, value }: DataEntry): boolean =>
  value.kind === 'list' && value.items.length > 0 && isLeaf(value) && commonGroup.test(key);

/** Whether a list has the values of a type, as schemas list codes: `enum: [6001, 6002]`. */
export const isValueList = ({ key, value }: DataEntry): boolean =>
  key === 'enum' && value.kind === 'list' && value.items.length > 0;

/**
 * Whether most keys of a map are codes beyond doubt: they have digits, or words in capitals, or all are
 * two capitals, as of countries.
 */
export const hasCodeKeys = ({ entries }: DataMap): boolean =>
  entries.filter(({ key }) => /\d|^[A-Z]+(?:_[A-Z]+)+$/.test(key)).length * 2 > entries.length ||
  (entries.length > 2 &&
    entries.every(({ key }) => /^[A-Z]{2}$/.test(key) && languageOfKey(key) === undefined));

/**
 * Whether an item of a list is an entry that has others below it: it has a code and a text of its own, or
 * the same ones as an entry next to it.
 */
export function isParent(map: DataMap, siblings: readonly DataNode[]): boolean {
  const names = textKeys(map);
  const has = (isNamed: (key: string) => boolean) => names.some(isNamed);
  // Groups have numbers and titles as well.
  const isCode =
    (has(isOwnCode) && has(isText)) ||
    (has(isCodeKey) && (has(isTextOfCode) || isLikeEntry(names, siblings)));
  return isCode && !isEntry(map);
}

/**
 * Returns an entry that has a code and codes below it without these, and these:
 * `E1: { message: …, subcodes: { E1.1: … } }`. Undefined for other entries.
 *
 * @param siblings The map that has the entry: a description is one of a code where other codes have one.
 */
export function splitParent(
  entry: DataEntry,
  siblings: DataMap,
): { own: DataEntry; below: DataMap } | undefined {
  const { key, value } = entry;
  if (value.kind !== 'map' || isEntry(value)) return undefined;
  const names = textKeys(value);
  const others = siblings.entries.filter((other) => isCodeShaped(key) === isCodeShaped(other.key));
  const isLike = isLikeEntry(
    names,
    others.map((other) => other.value),
  );
  const isCode =
    (looksLikeCodeKey(key) && names.some(isTextOfCode)) ||
    (isCodeShaped(key) ? isLike || names.some(isFieldOfCode) : isLike && names.some(isFieldOfCode));
  if (!isCode) return undefined;
  const isBelow = (entry: DataEntry) => isSubCode(entry) || hasCodes(entry.value, entry.key);
  const of = (entries: DataEntry[]): DataMap => ({ ...value, entries });
  const own = of(value.entries.filter((entry) => !isBelow(entry)));
  return { own: { ...entry, value: own }, below: of(value.entries.filter(isBelow)) };
}

/** Whether a value has two names of fields, or its only one, that an entry next to it has. */
function isLikeEntry(names: readonly string[], siblings: readonly DataNode[]): boolean {
  const fields = names.filter(isFieldName);
  return siblings.some((other) => {
    if (other.kind !== 'map' || !isEntry(other)) return false;
    const shared = textKeys(other).filter((name) => fields.includes(name));
    return shared.length > 0 && shared.length >= Math.min(2, fields.length);
  });
}

/** Whether an entry of a map is a code in the map of another one: `E1: { message: …, E1.1: { message: … } }`. */
const isSubCode = ({ key, value }: DataEntry): boolean =>
  value.kind === 'map' &&
  isCodeShaped(key) &&
  textKeys(value).some((name) => isFieldName(name) || languageOfKey(name) !== undefined);

/** The keys of the texts of a map; of a map by language, the keys of the maps in it. */
function textKeys(map: DataMap): string[] {
  if (isByLanguage(map) && !isLeaf(map)) {
    return map.entries.flatMap(({ value }) => (value.kind === 'map' ? textKeys(value) : []));
  }
  return map.entries.flatMap(({ key, value }) =>
    isLeaf(value) && !key.startsWith('$') ? [key] : [],
  );
}

/** Whether the value of an entry is a list of maps, and no field. */
const isListOfMaps = ({ key, value }: DataEntry): boolean =>
  value.kind === 'list' &&
  value.items.some(({ kind }) => kind === 'map') &&
  !isFieldName(key) &&
  !isPart(key);

/** Whether a map has texts of its own and no codes below it: one entry, not a group of entries. */
export function isEntry(map: DataMap): boolean {
  const below = isByLanguage(map)
    ? map.entries.flatMap(({ value }) => (value.kind === 'map' ? value.entries : []))
    : map.entries;
  const names = textKeys(map);
  const isCode = names.some((name) => isOwnCode(name) || isTextOfCode(name));
  const isGroup = names.every(isTitle) && below.some(isListOfMaps);
  return (
    names.length > 0 &&
    !isGroup &&
    !below.some(
      (entry) =>
        !(isCode && isCounted(entry.value)) &&
        (isSubCode(entry) || hasCodes(entry.value, entry.key)),
    )
  );
}

/** Numbers that only count the errors of one code. */
export const isCounted = (node: DataNode): boolean =>
  node.kind === 'map'
    ? node.entries.length > 0 && node.entries.every(({ key }) => shortNumber.test(key))
    : node.kind === 'list' && node.items.length > 0 && node.items.every(hasShortNumber);

const shortNumber = /^\d{1,2}$/;
const hasShortNumber = (node: DataNode): boolean =>
  node.kind === 'map' &&
  node.entries.some(
    ({ key, value }) => isCodeKey(key) && value.kind === 'scalar' && shortNumber.test(value.text),
  );

function hasCodes(node: DataNode, key: string): boolean {
  const name = keyNameOf(key);
  if (node.kind === 'scalar' || isLeaf(node) || isPart(key)) return false;
  if (node.kind === 'list') {
    const isNamed = /err|code|entries|items/i.test(key);
    return node.items.some(
      (item) =>
        item.kind === 'map' &&
        ((isNamed && textKeys(item).length > 0) ||
          item.entries.some((entry) => isCodeKey(entry.key) || hasCodes(entry.value, entry.key))),
    );
  }
  // Causes may be numbered, errors are codes.
  if (isFieldName(key) && !/^(?:error|err|code|no|id)/.test(name)) return false;
  const keys = node.entries.map((entry) => entry.key);
  const shaped = keys.filter(looksLikeCodeKey).length;
  return shaped * 2 > keys.length || node.entries.some((entry) => hasCodes(entry.value, entry.key));
}

/**
 * Returns the entries of a map whose keys are codes.
 *
 * @example findCodes(of({ version: '1', E1: { message: 'No.' } })) // the entry E1
 */
export function findCodes(map: DataMap): Set<DataEntry> {
  const leaves = map.entries.filter(({ value }) => isLeaf(value));
  const others = map.entries.filter(({ value }) => !isLeaf(value));
  const named = others.filter(
    ({ key, value }) =>
      !isTemplate(key) && !(isMerged(value) && !isCodeShaped(key)) && !isRemark(key),
  );
  const candidates = named.length > 0 ? named : others;
  const groups = new Set(
    candidates.flatMap(({ value }) =>
      value.kind === 'map' && !isEntry(value)
        ? value.entries.flatMap((inner) => (isLeaf(inner.value) ? [] : [inner.key]))
        : [],
    ),
  );
  const maps = candidates.flatMap((entry) =>
    entry.value.kind === 'map' &&
    isEntry(entry.value) &&
    !isFieldName(entry.key) &&
    !isStructure(entry.key) &&
    !commonGroup.test(entry.key) &&
    !isMapOfCodes(entry) &&
    !isEmptyGroup(entry.value, groups)
      ? [{ entry, keys: textKeys(entry.value) }]
      : [],
  );
  if (leaves.length === map.entries.length) {
    const texts = leaves.filter(
      (entry) => !isMetadata(entry.key) && !/^(?:\$|x-)/.test(entry.key) && !isCommonList(entry),
    );
    const fields = texts.filter(({ key }) => isFieldName(key));
    const areFields = fields.length * (hasCodeKeys(map) ? 1 : 2) >= texts.length;
    return new Set(areFields ? [] : texts);
  }
  const shared = new Set(
    maps.filter(({ keys }) => keys.some(isFieldName)).flatMap(({ keys }) => keys),
  );
  const all = maps.flatMap(({ entry: { value } }) =>
    value.kind === 'map' ? [...new Set(value.entries.map(({ key }) => key))] : [],
  );
  const counts = countAll(all);
  const repeated = all.filter((key) => (counts.get(key) ?? 0) > 1).length;
  const areRepeated = shared.size === 0 && repeated * 3 >= all.length * 2 && repeated > 0;
  const isRecord = ({ keys }: { keys: string[] }) =>
    areRepeated || keys.some((key) => shared.has(key));
  const areCodes =
    maps.some(isRecord) || leaves.some(({ key }) => isCodeShaped(key) && looksLikeCodeKey(key));
  const records = maps
    .filter((one) => isRecord(one) || (areCodes && isCodeShaped(one.entry.key)))
    .map(({ entry }) => entry);
  if (records.length > 0) records.push(...candidates.filter((entry) => isNested(entry, records)));
  const found = new Set([...records, ...leaves.filter(({ key }) => looksLikeCodeKey(key))]);
  return new Set(map.entries.filter((entry) => found.has(entry)));
}

/** Whether a map has a text a code, and is no entry itself: no field is among its keys. */
const isMapOfCodes = ({ key, value }: DataEntry): boolean =>
  value.kind === 'map' &&
  isLeafMap(value) &&
  hasCodeKeys(value) &&
  !looksLikeCodeKey(key) &&
  !value.entries.some((inner) => isFieldName(inner.key) && !/^[A-Z]{2}$/.test(inner.key));

/** Whether all values of a map are texts. */
export const isLeafMap = ({ entries }: DataMap): boolean =>
  entries.every(({ value }) => isLeaf(value));

/** Whether a map has nothing in the key in which the groups next to it have their codes. */
const isEmptyGroup = (map: DataMap, groups: ReadonlySet<string>): boolean =>
  map.entries.some(({ key, value }) => isEmpty(value) && groups.has(key));

const isEmpty = (node: DataNode): boolean =>
  (node.kind === 'map' && node.entries.length === 0) ||
  (node.kind === 'list' && node.items.length === 0);

/**
 * Returns the maps of a map that have one field of the same codes each:
 * `messages: { E1: Full, E2: Late }` beside `httpStatus: { E1: 507 }`.
 */
export function findParallel(map: DataMap): (DataEntry & { value: DataMap })[] {
  const maps = map.entries.flatMap(({ key, line, value }) =>
    value.kind === 'map' && isLeafMap(value) && hasCodeKeys(value) && !isByLanguage(value)
      ? [{ key, line, value }]
      : [],
  );
  const keys = maps.flatMap(({ value }) => [...new Set(value.entries.map(({ key }) => key))]);
  const isShared = new Set(keys).size * 2 <= keys.length + 1;
  const named = maps.filter(({ key }) => isFieldName(singularOf(key)));
  return maps.length > 1 && named.length * 2 > maps.length && isShared ? maps : [];
}

/**
 * Whether what is next to entries, and has no texts of its own, is an entry as well:
 * `E2: { http: { status: 404 } }`, not a group, which has entries with the texts of these.
 */
function isNested({ key, value }: DataEntry, records: readonly DataEntry[]): boolean {
  if (isLeaf(value) || hasCodes(value, key)) return false;
  if (value.kind !== 'map') return looksLikeCodeKey(key);
  if (textKeys(value).length > 0) return false;
  const texts = new Set(
    records.flatMap((record) => (record.value.kind === 'map' ? textKeys(record.value) : [])),
  );
  return !value.entries.some(
    (entry) =>
      !isFieldName(entry.key) &&
      entry.value.kind === 'map' &&
      textKeys(entry.value).some((name) => texts.has(name)),
  );
}

/** Whether a map is written to be merged into others: `base: &base { … }`, `<<: *base`. */
export const isMerged = (value: DataNode): value is DataMap =>
  value.kind === 'map' && value.isMerged === true;

const languageKey = /^(lang|language|locale)$/i;

/** The language of an item of a list that has a key for it: `lang: zh`. */
export function languageOfItem({ entries }: DataMap): string | undefined {
  const named = entries.find(({ key }) => languageKey.test(key))?.value;
  return named?.kind === 'scalar' && languageOfKey(named.text) ? named.text : undefined;
}

/** Returns an item without the key for its language. */
export function withoutLanguage(item: DataMap): DataMap {
  return { ...item, entries: item.entries.filter(({ key }) => !languageKey.test(key)) };
}
