/** One code for an error that some documents list by number and others by name. */
import type { Entry } from '../../../src/model/entry.ts';
import type { Variant } from '../../../src/model/registry.ts';

/**
 * Gives the rows of all documents of a catalog the same code if one document lists their codes as
 * identifiers of one error (a number and its name). The other identifier becomes an alias, and
 * what the row has as its code stays in `extra`.
 *
 * Codes that one document lists apart are never joined, nor are two codes that are both recorded:
 * each has a page already.
 *
 * @param documents The entries of each document, in the order of the registry.
 * @param isRecorded Whether a code has a page already; it stays the code then.
 */
export function unifyCodes(
  documents: { variant: Pick<Variant, 'lang'>; entries: Entry[] }[],
  isRecorded: (code: string) => boolean,
): void {
  const codesOf = documents.map(({ entries }) => new Set(entries.map(({ code }) => code)));
  const known = new Set(codesOf.flatMap((codes) => [...codes]));
  const groups = new Map<string, Set<string>>();
  for (const { code, aliases = [] } of documents.flatMap(({ entries }) => entries)) {
    for (const alias of aliases) {
      if (!known.has(alias)) continue;
      const joined = new Set([...(groups.get(code) ?? [code]), ...(groups.get(alias) ?? [alias])]);
      for (const member of joined) groups.set(member, joined);
    }
  }
  const chosen = new Map<string, string>();
  for (const group of new Set(groups.values())) {
    const recorded = [...group].filter(isRecorded);
    const isApart = codesOf.some((codes) => group.intersection(codes).size > 1);
    // The first member is the code of a row that has both.
    const [code] = [...recorded, ...group];
    if (isApart || recorded.length > 1 || code === undefined) continue;
    for (const member of group) if (member !== code) chosen.set(member, code);
  }
  for (const { variant, entries } of documents) {
    for (const entry of entries) {
      const { code, aliases = [], headings, extra } = entry;
      const unified = chosen.get(code);
      if (unified === undefined) continue;
      entry.code = unified;
      entry.aliases = [...new Set([code, ...aliases])].filter((alias) => alias !== unified);
      const heading = headings['code'] ?? '';
      if (heading !== '' && !(heading in extra))
        extra[heading] = { lang: variant.lang, plain: code };
    }
  }
}
