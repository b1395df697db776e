/** Builds the index of the lookup from the codes, when the site is built. */
import { aliasesOf } from '../model/aliases.ts';
import type { Case, Code } from '../model/case.ts';
import type { Entry } from '../model/entry.ts';
import { foldSpace, foldText } from '../text/fold.ts';
import { slugOf } from '../text/slug.ts';
import { statusesOf } from '../text/statuses.ts';
import { askingWords } from './empty-words.ts';
import {
  type CompactCase,
  type CompactCode,
  caseIdOf,
  type LookupIndex,
  type LookupTexts,
} from './index-format.ts';
import { pairsFor } from './traditional-chinese.ts';

/**
 * Returns the index of all codes.
 *
 * Wordings that differ only in case, punctuation and white space are in the index once, the newest
 * document's first. Case ids and slugs that {@link caseIdOf} and {@link slugOf} return are left out.
 *
 * @param codes Codes of every catalog; entries of a case newest document first.
 * @param catalogs The catalogs, in the order in which equally good results are listed.
 * @param synonyms The result of `parseSynonyms`.
 */
export function buildLookupIndex(
  codes: readonly Code[],
  catalogs: readonly { id: string }[],
  synonyms: readonly string[] = [],
): Required<LookupIndex> {
  const byCatalog = Map.groupBy(codes, ({ catalog }) => catalog);
  const grouped = catalogs.map(({ id }) => ({ id, codes: byCatalog.get(id) ?? [] }));
  const positions = new Map<string, number>();
  const positionOf = (text: string) => {
    const position = positions.get(text) ?? positions.size;
    positions.set(text, position);
    return position;
  };
  const cases = grouped
    .flatMap((catalog) => catalog.codes.flatMap(casesOf))
    .map(({ entries }): LookupTexts['cases'][number] => [
      wordings(entries, 'description').map(positionOf),
      wordings(entries, 'solution').map(positionOf),
    ]);
  const strings = [...positions.keys()];
  const traditional = pairsFor([...strings, ...synonyms, askingWords.source].join(''));
  return {
    core: {
      version: 1,
      catalogs: grouped.map((catalog) => ({
        id: catalog.id,
        codes: catalog.codes.map(compactCode),
      })),
    },
    texts: { version: 1, strings, cases, concepts: synonyms, traditional },
  };
}

/** Returns the cases of a code; those that no document contains any more are last. */
export function casesOf({ cases, retiredCases = [] }: Code): Case[] {
  return [...cases, ...retiredCases];
}

function compactCode(code: Code): CompactCode {
  const { slug } = code;
  const compact: CompactCode = [code.code, casesOf(code).map(compactCase)];
  const aliases = aliasesOf(code).map(({ alias, case: id }): [string, number?] => {
    const item = casesOf(code).findIndex((other) => other.id === id);
    return item < 0 ? [alias] : [alias, item];
  });
  const isOwnSlug = slug !== slugOf(code.code);
  if (isOwnSlug || aliases.length > 0) compact.push(isOwnSlug ? slug : null);
  if (aliases.length > 0) compact.push(aliases);
  return compact;
}

function compactCase({ id, entries }: Case): CompactCase {
  const cells = entries.map(({ httpStatus }) => statusesOf(httpStatus?.plain ?? ''));
  const statuses = [...new Set(cells.flat())];
  const messages = wordings(entries, 'message');
  const compact: CompactCase = [statuses, messages];
  if (id !== caseIdOf(statuses[0] ?? '', messages[0] ?? '')) compact.push(id);
  return compact;
}

/** The texts of all documents in one field, newest first, without repeats and empty cells. */
function wordings(
  entries: readonly Entry[],
  field: 'message' | 'description' | 'solution',
): string[] {
  const seen = new Map<string, string>();
  for (const entry of entries) {
    const text = foldSpace(entry[field]?.plain ?? '');
    const key = foldText(text);
    if (key !== '' && !seen.has(key)) seen.set(key, text);
  }
  return [...seen.values()];
}
