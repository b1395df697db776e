/** What the maps and lists of a data file look like. */
import { languageOfKey } from '../../../../src/text/lang-of-heading.ts';
import {
  commonGroup,
  isCodeKey,
  isFieldOfCode,
  isOwnCode,
  isPart,
  isText,
  isTitle,
  looksLikeCodeKey,
} from './keys.ts';
import type { DataEntry, DataList, DataMap, DataNode } from './node.ts';
import { isLeaf } from './record.ts';

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
  entries.filter(({ key }) => /\d|^[A-Z]+(?:_[A-Z]+)+$/.test(key) && !isPart(key)).length * 2 >
    entries.length ||
  (entries.length > 2 &&
    entries.every(({ key }) => /^[A-Z]{2}$/.test(key) && languageOfKey(key) === undefined));

/** Whether a map has a sentence for each of its keys, which look like codes: `404: We cannot find it`. */
export const hasSentences = (node: DataNode): boolean =>
  node.kind === 'map' &&
  node.entries.length > 1 &&
  node.entries.every(
    ({ key, value }) =>
      looksLikeCodeKey(key) &&
      value.kind === 'scalar' &&
      /\S\s+\S|\p{Script=Han}{4}/u.test(value.text),
  );

/** Whether all values of a map are texts. */
export const isLeafMap = ({ entries }: DataMap): boolean =>
  entries.every(({ value }) => isLeaf(value));

/**
 * Whether a map is the definition of a thing or a type, and no entry: it has a type and properties, but no
 * code and no message.
 */
export const isResource = (value: DataNode): boolean =>
  value.kind === 'map' &&
  value.entries.some((one) => /^type$/i.test(one.key) && one.value.kind === 'scalar') &&
  value.entries.some((one) => /^properties$/i.test(one.key) && one.value.kind === 'map') &&
  !value.entries.some(({ key }) => isCodeKey(key) || isFieldOfCode(key));

/** Whether a part has a list of codes at any depth: `oneOf: [{ const: 1, title: … }]`. */
export const hasConstants = (node: DataNode): boolean =>
  node.kind === 'list'
    ? (node.items.length > 1 && node.items.every(isConstant)) || node.items.some(hasConstants)
    : node.kind === 'map' && node.entries.some(({ value }) => hasConstants(value));

const isConstant = (node: DataNode): boolean =>
  node.kind === 'map' && node.entries.length > 1 && node.entries.some(({ key }) => key === 'const');

/**
 * Whether a map describes a parameter or a result: `{ description: …, required: true, default: 3 }`, and no
 * code.
 */
export const isParameter = ({ entries }: DataMap): boolean =>
  entries.some(({ key }) => /^(?:required|returned|default)$/i.test(key)) &&
  entries.every(({ key }) =>
    /^(?:choices|default|description|elements|required|returned|sample|title|type|version_added)$/i.test(
      key,
    ),
  );

/** Whether a part of a Kubernetes object is about the object: `status` beside `kind` and `apiVersion`. */
export const isAboutObject = ({ entries }: DataMap, key: string): boolean =>
  key === 'status' &&
  ['apiVersion', 'kind'].every((name) => entries.some((one) => one.key === name));

/** Whether an entry is a number under words in camel case: `observedErrors: 4`. */
export const isCount = ({ key, value }: DataEntry): boolean =>
  value.kind === 'scalar' && /^[a-z][A-Za-z]*$/.test(key) && /^-?\d+(?:\.\d+)?$/.test(value.text);

/** Whether a list has numbered things with names, and no texts of codes: `[{ id: 7, name: Ann }]`. */
export const isListOfThings = ({ items }: DataList): boolean =>
  items.every(
    (item) =>
      item.kind === 'map' &&
      item.entries.some(({ key, value }) => isTitle(key) && isLeaf(value)) &&
      item.entries.every(
        ({ key, value }) =>
          isLeaf(value) &&
          !isOwnCode(key) &&
          !isText(key) &&
          !isFieldOfCode(key) &&
          !(isCodeKey(key) && value.kind === 'scalar' && !/^(?:\d+|[a-z-]+)$/.test(value.text)),
      ),
  );

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
