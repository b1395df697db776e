/** Codes → the index of the lookup. Runs when the site is built. */
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
  type LookupCore,
  type LookupIndex,
  type LookupTexts,
} from './index-format.ts';
import { pairsFor } from './traditional-chinese.ts';

/**
 * Build the index of all codes.
 *
 * Wordings that differ in nothing but case, punctuation and white space are in the index once, the newest
 * document's first. Case ids and slugs are left out where {@link caseIdOf} and {@link slugOf} give
 * them back.
 *
 * @param codes Codes of every catalog; entries of a case newest document first.
 * @param catalogs The catalogs, in the order in which equally good results are listed.
 * @param synonyms What `parseSynonyms` returns.
 * @example
 *   const { core, texts } = buildLookupIndex(codes, [{ id: 'apig' }, { id: 'jdcloud-apigateway' }]);
 */
export function buildLookupIndex(
  codes: readonly Code[],
  catalogs: readonly { id: string }[],
  synonyms: readonly string[] = [],
): Required<LookupIndex> {
  const strings = new Map<string, number>();
  const place = (text: string) => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const texts: LookupTexts['cases'] = [];
  const core: LookupCore = {
    version: 1,
    catalogs: catalogs.map(({ id }) => ({
      id,
      codes: codes.filter(({ catalog }) => catalog === id).map((code) => compactCode(code)),
    })),
  };
  for (const { id } of catalogs) {
    for (const code of codes.filter(({ catalog }) => catalog === id)) {
      for (const { entries } of casesOf(code)) {
        texts.push([
          wordings(entries, 'description').map(place),
          wordings(entries, 'solution').map(place),
        ]);
      }
    }
  }
  const all = [...strings.keys()];
  const traditional = pairsFor([...all, ...synonyms, askingWords.source].join(''));
  return {
    core,
    texts: { version: 1, strings: all, cases: texts, concepts: synonyms, traditional },
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

/** What the documents ever said in one field, newest first, without repeats and empty cells. */
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
