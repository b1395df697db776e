/** Which maps of a data file are entries, and which have others below them. */
import { languageOfKey } from '../../../../src/text/lang-of-heading.ts';
import {
  isCodeKey,
  isCodeShaped,
  isFieldName,
  isFieldOfCode,
  isGroupOfCodes,
  isOwnCode,
  isPart,
  isText,
  isTextOfCode,
  isTitle,
  keyNameOf,
  looksLikeCodeKey,
} from './keys.ts';
import type { DataEntry, DataMap, DataNode } from './node.ts';
import { isByLanguage, isLeaf } from './record.ts';

/**
 * Whether an item of a list is an entry that has others below it: it has a code and a text of its own, or
 * the same ones as an entry next to it.
 *
 * @param kin The names of the entries next to it.
 */
export function isParent(map: DataMap, kin: readonly string[][]): boolean {
  const names = textKeys(map);
  const has = (isNamed: (key: string) => boolean) => names.some(isNamed);
  if (!has(isCodeKey) || isEntry(map)) return false;
  // Groups have numbers and titles as well.
  return (has(isOwnCode) && has(isText)) || has(isTextOfCode) || isLikeEntry(names, kin);
}

/** Whether a group of a list has a name only: its entries are in a list that is no field. */
export const isNamedGroup = (map: DataMap): boolean =>
  textKeys(map).every((key) => isTitle(key) || key === 'kind') &&
  map.entries.some(
    ({ key, value }) =>
      value.kind === 'list' &&
      value.items.some(({ kind }) => kind === 'map') &&
      !isFieldName(key) &&
      !isPart(key),
  );

/** An entry without the codes below it, and these. */
interface Parent {
  own: DataEntry;
  below: DataMap;
}

/**
 * Returns for each entry of a map that has a code and codes below it itself without these, and these:
 * `E1: { message: …, subcodes: { E1.1: … } }`. Undefined for other entries.
 */
export function splitParents({ entries }: DataMap): (Parent | undefined)[] {
  const namesWhere = (isShaped: boolean) =>
    namesOfEntries(
      entries.flatMap(({ key, value }) => (isCodeShaped(key) === isShaped ? [value] : [])),
    );
  const shaped = namesWhere(true);
  const words = namesWhere(false);
  return entries.map((entry) => splitParent(entry, isCodeShaped(entry.key) ? shaped : words));
}

function splitParent(entry: DataEntry, kin: readonly string[][]): Parent | undefined {
  const { key, value } = entry;
  if (value.kind !== 'map' || isEntry(value)) return undefined;
  const names = textKeys(value);
  const hasFields = names.some(isFieldOfCode);
  // Groups may have a title and a description, but codes have these like the codes next to them.
  const isCode =
    (looksLikeCodeKey(key) && names.some(isTextOfCode)) ||
    (isCodeShaped(key)
      ? hasFields || kin.some((others) => others.some((name) => names.includes(name)))
      : hasFields && isLikeEntry(names, kin));
  const isBelow = (one: DataEntry) => isSubCode(one) || hasCodes(one.value, one.key);
  const below = value.entries.filter(isBelow);
  if (!isCode || below.length === 0) return undefined;
  const of = (all: DataEntry[]): DataMap => ({ ...value, entries: all });
  const own = of(value.entries.filter((one) => !below.includes(one)));
  return { own: { ...entry, value: own }, below: of(below) };
}

/** Returns the names of the texts of each entry; those of many entries are the same. */
export function namesOfEntries(nodes: readonly DataNode[]): string[][] {
  const names = nodes.flatMap((node) =>
    node.kind === 'map' && isEntry(node) ? [textKeys(node)] : [],
  );
  return [...new Map(names.map((own) => [own.join('\n'), own])).values()];
}

/** Whether an entry next to one has two names of its fields, or the only one. */
function isLikeEntry(names: readonly string[], kin: readonly string[][]): boolean {
  const fields = names.filter(isFieldName);
  return kin.some((others) => {
    const shared = others.filter((name) => fields.includes(name));
    return shared.length > 0 && shared.length >= Math.min(2, fields.length);
  });
}

/** Whether an entry of a map is a code in the map of another one: `E1: { message: …, E1.1: { message: … } }`. */
const isSubCode = ({ key, value }: DataEntry): boolean =>
  value.kind === 'map' &&
  isCodeShaped(key) &&
  textKeys(value).some((name) => isFieldName(name) || languageOfKey(name) !== undefined);

/** The keys of the texts of a map; of a map by language, the keys of the maps in it. */
export function textKeys(map: DataMap): string[] {
  if (isByLanguage(map) && !isLeaf(map)) {
    return map.entries.flatMap(({ value }) => (value.kind === 'map' ? textKeys(value) : []));
  }
  return map.entries.flatMap(({ key, value }) =>
    isLeaf(value) && !key.startsWith('$') ? [key] : [],
  );
}

/** Whether a map has texts of its own and no codes below it: one entry, not a group of entries. */
export function isEntry(map: DataMap): boolean {
  const below = isByLanguage(map)
    ? map.entries.flatMap(({ value }) => (value.kind === 'map' ? value.entries : []))
    : map.entries;
  const names = textKeys(map);
  const isCode = names.some((name) => isOwnCode(name) || isTextOfCode(name));
  return (
    names.length > 0 &&
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

/** Whether a value has codes in it, under a key that is no field. */
export function hasCodes(node: DataNode, key: string): boolean {
  const name = keyNameOf(key);
  if (node.kind === 'scalar' || isLeaf(node) || isPart(key)) return false;
  if (node.kind === 'list') {
    const isNamed = /err|code|entries|items/i.test(key);
    return node.items.some(
      (item) =>
        item.kind === 'map' &&
        ((isNamed && textKeys(item).length > 0) ||
          item.entries.some(
            (entry) =>
              isCodeKey(entry.key) || entry.key === 'const' || hasCodes(entry.value, entry.key),
          )),
    );
  }
  // Causes may be numbered, errors are codes.
  if (isFieldName(key) && !/^(?:error|err|code|no|id)/.test(name)) return false;
  const hasFields = ({ value }: DataEntry) =>
    value.kind === 'map' && textKeys(value).some(isFieldName);
  const isSentence = ({ value }: DataEntry) =>
    value.kind === 'scalar' && /\S\s+\S|\p{Script=Han}{2}/u.test(value.text);
  if (
    isGroupOfCodes(key) &&
    node.entries.some((one) => hasFields(one) || (isSentence(one) && !isFieldName(one.key)))
  )
    return true;
  const keys = node.entries.map((entry) => entry.key);
  const shaped = keys.filter(looksLikeCodeKey).length;
  return shaped * 2 > keys.length || node.entries.some((entry) => hasCodes(entry.value, entry.key));
}
