/** Which keys of a map are codes. */
import { countAll } from '../../../../src/text/count-all.ts';
import { hasCodes, isEntry, textKeys } from './entries.ts';
import {
  commonGroup,
  isCodeShaped,
  isFieldName,
  isMetadata,
  isRemark,
  isStructure,
  isTemplate,
  looksLikeCodeKey,
} from './keys.ts';
import { hasCodeKeys, isCommonList, isLeafMap, isMerged } from './layout.ts';
import type { DataEntry, DataMap, DataNode } from './node.ts';
import { isLeaf } from './record.ts';

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
    .filter(
      (one) =>
        isRecord(one) ||
        (areCodes && isCodeShaped(one.entry.key) && !hasCodeKeys(one.entry.value as DataMap)),
    )
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
