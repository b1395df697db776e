/** Which keys of a map are codes. */
import { countAll } from '../../../../src/text/count-all.ts';
import { patternOf } from '../../code-words.ts';
import { isAddress, isErrorPath, isFact, isFile, isLabel, isLabelOfPage } from './asides.ts';
import type { Context } from './context.ts';
import { hasCodes, isEntry, textKeys } from './entries.ts';
import {
  commonGroup,
  isCodeShaped,
  isFieldName,
  isGroupOfCodes,
  isMetadata,
  isOwnCode,
  isRemark,
  isStructure,
  isTemplate,
  looksLikeCodeKey,
} from './keys.ts';
import {
  hasCodeKeys,
  hasSentences,
  isCommonList,
  isLeafMap,
  isMerged,
  isParameter,
  isResource,
} from './layout.ts';
import type { DataEntry, DataMap, DataNode } from './node.ts';
import { isLeaf, isTextOfKey } from './record.ts';

/**
 * Returns the entries of a map whose keys are codes.
 *
 * @param context Where it is: where its key says that it has codes, the words in it are some; names of
 *   components are no codes where these have codes themselves.
 * @example findCodes(of({ version: '1', E1: { message: 'No.' } })) // the entry E1
 */
export function findCodes(
  map: DataMap,
  { areCodes: areNamed, groups: above = [] }: Partial<Context> = {},
): Set<DataEntry> {
  const leaves = map.entries.filter(({ value }) => isTextOfKey(value));
  const others = map.entries.filter(({ value }) => !isTextOfKey(value));
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
  // Next to a group of codes, words name other groups: `app: { title: … }`, `logging: { level: … }`.
  const hasGroup = others.some(
    ({ key, value }) =>
      hasCodes(value, key) &&
      (isGroupOfCodes(key) ||
        (hasSentences(value) && !looksLikeCodeKey(key)) ||
        (value.kind === 'map' &&
          !isEntry(value) &&
          !textKeys(value).some(isFieldName) &&
          !looksLikeCodeKey(key))),
  );
  const maps = candidates.flatMap((entry) =>
    entry.value.kind === 'map' &&
    isEntry(entry.value) &&
    !((isFieldName(entry.key) || commonGroup.test(entry.key)) && !isCodeInCapitals(entry)) &&
    !isStructure(entry.key) &&
    !isParameter(entry.value) &&
    !isResource(entry.value) &&
    !(above.includes('components') && !isCodeShaped(entry.key) && hasOwnCode(entry.value)) &&
    !isMapOfCodes(entry) &&
    !namesCodes(entry.value) &&
    !(hasGroup && !looksLikeCodeKey(entry.key) && !isCodeShaped(entry.key)) &&
    !isEmptyGroup(entry.value, groups) &&
    (isCodeShaped(entry.key) || !textKeys(entry.value).every(isSettingName))
      ? [{ entry, keys: textKeys(entry.value) }]
      : [],
  );
  if (leaves.length === map.entries.length) {
    const hasShaped = leaves.some(({ key }) => isCodeShaped(key));
    // `error.locked` beside `button.ok`
    const hasErrors =
      leaves.filter(({ key }) => isErrorPath(key)).length > 1 &&
      leaves.every(({ key }) => key.includes('.') || isMetadata(key));
    const texts = leaves.filter(
      (entry) =>
        !isMetadata(entry.key) &&
        !isFile(entry) &&
        !/^(?:\$|x-)/.test(entry.key) &&
        !isCommonList(entry) &&
        !(hasShaped && (isFact(entry) || isAddress(entry) || isLabelOfPage(entry, leaves))) &&
        !(hasErrors && !isErrorPath(entry.key)),
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
    .filter(
      (one) =>
        isRecord(one) ||
        (areCodes && isCodeShaped(one.entry.key) && !hasCodeKeys(one.entry.value as DataMap)),
    )
    .map(({ entry }) => entry);
  if (records.length > 0) records.push(...candidates.filter((entry) => isNested(entry, records)));
  const shapes = records.length > 0 ? undefined : shapesOf(others);
  const isFound = (entry: DataEntry) =>
    !isFile(entry) &&
    !isAddress(entry) &&
    !(isLabel(entry, map.entries) && !areNamed) &&
    isCode(entry);
  const isCode = ({ key, value }: DataEntry) =>
    (looksLikeCodeKey(key) && (!shapes || shapes.has(shapeOf(key)))) ||
    // The forms of one text for numbers: `err_locked: { one: …, other: … }`.
    ((areNamed || value.kind === 'map') &&
      records.length > 0 &&
      !isFieldName(key) &&
      !isMetadata(key));
  const found = new Set([...records, ...leaves.filter(isFound)]);
  return new Set(map.entries.filter((entry) => found.has(entry)));
}

/**
 * Returns what codes look like in groups next to which a text is a fact about the file, unless it looks
 * like these; undefined where the groups have no codes. What has no digit looks like codes with a text only.
 */
function shapesOf(groups: readonly DataEntry[]): ReadonlySet<string> | undefined {
  const withCodes = groups.filter(({ key, value }) => hasCodes(value, key));
  const words = withCodes.flatMap(({ value }) => codeWordsIn(value));
  return withCodes.length === 0 ? undefined : new Set(words.map(shapeOf));
}

function codeWordsIn(node: DataNode): string[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'list')
    return node.items.flatMap((item) =>
      item.kind === 'map'
        ? item.entries.flatMap(({ value }) =>
            value.kind === 'scalar' ? withDigit(value.text) : codeWordsIn(value),
          )
        : codeWordsIn(item),
    );
  return node.entries.flatMap(({ key, value }) => [
    ...(looksLikeCodeKey(key) ? (isLeaf(value) ? [key] : withDigit(key)) : []),
    // The keys of an entry are names of its fields.
    ...(value.kind === 'map' && textKeys(value).some(isFieldName) ? [] : codeWordsIn(value)),
  ]);
}

const withDigit = (word: string): string[] => (/\d/.test(word) ? [word] : []);

/** A word with each run of digits, of capitals and of small letters as one of them. */
const shapeOf = (word: string): string =>
  patternOf(word)
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?:Aa)+/g, 'Aa');

/** `logging: { level: info }`: no text of a code has such a name. */
const isSettingName = (key: string): boolean =>
  /^(?:enabled|host|level|name|path|port|profile|version)$/i.test(key);

/** Whether a map has a text a code, and is no entry itself: no field is among its keys. */
const isMapOfCodes = ({ key, value }: DataEntry): boolean =>
  value.kind === 'map' &&
  isLeafMap(value) &&
  hasCodeKeys(value) &&
  !looksLikeCodeKey(key) &&
  !value.entries.some((inner) => isFieldName(inner.key) && !/^[A-Z]{2}$/.test(inner.key));

/** `NO: { code: 20451, … }`: a code that is spelt like a field. */
const isCodeInCapitals = ({ key, value }: DataEntry): boolean =>
  /^[A-Z]{2,}$/.test(key) &&
  value.kind === 'map' &&
  value.entries.some((one) => isOwnCode(one.key));

/** Whether a map lists the codes of a group: `{ codes: [E1, E2], description: … }`. */
const namesCodes = (map: DataMap): boolean =>
  map.entries.some(
    ({ key, value }) => /codes$/i.test(key) && value.kind === 'list' && isLeaf(value),
  );

/** Whether there is a code at any depth: `example: { code: E1 }`. */
const hasOwnCode = (node: DataNode): boolean =>
  node.kind === 'list'
    ? node.items.some(hasOwnCode)
    : node.kind === 'map' &&
      node.entries.some(({ key, value }) =>
        value.kind === 'scalar' ? isOwnCode(key) : hasOwnCode(value),
      );

/** Whether a map has nothing in the key in which the groups next to it have their codes. */
const isEmptyGroup = (map: DataMap, groups: ReadonlySet<string>): boolean =>
  map.entries.some(({ key, value }) => isEmpty(value) && groups.has(key));

const isEmpty = (node: DataNode): boolean =>
  (node.kind === 'map' && node.entries.length === 0) ||
  (node.kind === 'list' && node.items.length === 0);

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
