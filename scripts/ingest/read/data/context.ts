/** Where a part of a data file is. */
import { languageOfKey, splitHeadingLanguage } from '../../../../src/text/lang-of-heading.ts';
import { commonGroup, isTitle } from './keys.ts';
import type { DataEntry, DataMap } from './node.ts';
import { isByLanguage, isLeaf } from './record.ts';

/** Where a part of a file is: the keys of the groups above it, and the language they name. */
export interface Context {
  groups: string[];
  lang?: string | undefined;
  /** The field whose texts the group holds. */
  field?: string | undefined;
  /** Its key says that it has codes. */
  areCodes?: boolean;
  /** The keys in it name parts of an interface, unless they are codes beyond doubt. */
  isStructure?: boolean;
}

/**
 * Returns the groups of a map that are one language each: `en: { E1: … }`, `zh: { E1: … }`, or with one name
 * before it, `messages_en` and `messages_zh`.
 */
export function languageGroups(map: DataMap): { entry: DataEntry; lang: string }[] {
  const groups = map.entries.filter(({ value }) => value.kind !== 'scalar' && !isLeaf(value));
  const own = groups.filter(({ key }) => languageOfKey(key) !== undefined);
  const byKey = (entries: DataEntry[]) => entries.map((entry) => ({ entry, lang: entry.key }));
  if (isByLanguage(map))
    return map.entries.some(({ value }) => value.kind !== 'scalar') ? byKey(map.entries) : [];
  if (own.length > 1) return byKey(own);
  const named = groups.flatMap((entry) => {
    const { lang, rest = '' } = splitHeadingLanguage(entry.key) ?? {};
    return lang && lang !== 'other' && rest !== '' ? [{ entry, lang, rest }] : [];
  });
  const isOne = new Set(named.map(({ rest }) => rest)).size === 1;
  return isOne && new Set(named.map(({ lang }) => lang)).size > 1 ? named : [];
}

/** Returns the names of groups with a further one; names that mean nothing are left out. */
export const groupsWith = ({ groups }: Context, key: string, name = key): string[] =>
  commonGroup.test(key) ? groups : [...groups, name];

/** Takes the title of a group into its context. */
export function withoutTitle(group: DataMap, context: Context): [DataMap, Context] {
  const title = group.entries.find(
    ({ key, value }) => (isTitle(key) || key === 'id') && value.kind === 'scalar',
  );
  if (title?.value.kind !== 'scalar') return [group, context];
  const entries = group.entries.filter((entry) => entry !== title);
  return [
    { ...group, entries },
    { ...context, groups: groupsWith(context, title.value.text) },
  ];
}
