/** Builds the index of the lookup from the codes, when the site is built. */
import { aliasesOf } from '../../model/aliases.ts';
import { defectOf } from '../../model/answer.ts';
import type { Case, Code } from '../../model/case.ts';
import { casesOf } from '../../model/case-label.ts';
import type { Entry } from '../../model/entry.ts';
import type { VariantReport } from '../../model/registry.ts';
import type { Block, Inline, ListItem } from '../../model/text.ts';
import { foldSpace, foldText } from '../../text/fold.ts';
import { slugOf } from '../../text/slug.ts';
import { isStandardError } from '../../text/standard-errors.ts';
import { statusesOf } from '../../text/statuses.ts';
import { askingWords } from '../text/empty-words.ts';
import {
  type CompactCase,
  type CompactCode,
  caseIdOf,
  type LookupIndex,
  type LookupTexts,
  type PrefixNote,
  spellingsOf,
} from './index-format.ts';
import { pairsFor } from './traditional-chinese.ts';

/** A catalog as far as the index needs it; without documents it has no names and notes. */
export interface IndexedCatalog {
  id: string;
  variants?: readonly Pick<VariantReport, 'id' | 'publisher' | 'files' | 'notes'>[];
}

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
  catalogs: readonly IndexedCatalog[],
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
    .flatMap((catalog) => catalog.codes)
    .flatMap((code) =>
      casesOf(code).map(({ entries }): LookupTexts['cases'][number] => [
        wordings(entries, 'description', code.defects).map(positionOf),
        wordings(entries, 'solution', code.defects).map(positionOf),
      ]),
    );
  const strings = [...positions.keys()];
  const compact = grouped.map(({ id, codes: own }) => ({ id, codes: own.map(compactCode) }));
  const traditional = pairsFor([...strings, ...synonyms, askingWords.source].join(''));
  return {
    core: {
      version: 1,
      catalogs: compact,
      shared: sharedTexts(compact.flatMap((catalog) => catalog.codes)),
    },
    texts: {
      version: 1,
      strings,
      cases,
      concepts: synonyms,
      traditional,
      names: catalogs.map(namesOf),
      notes: catalogs.flatMap((catalog, at) => prefixNotesOf(catalog, compact[at]?.codes ?? [])),
    },
  };
}

/** Codes and messages that standards define. */
function sharedTexts(codes: readonly CompactCode[]): string[] {
  const texts = codes.flatMap((code) => [
    ...spellingsOf(code),
    ...code[1].flatMap(([, messages]) => messages),
  ]);
  return [...new Set(texts)].filter(isStandardError);
}

/** Publishers of the documents of a catalog. Its title may be that of other vendors' products too. */
function namesOf({ variants = [] }: IndexedCatalog): string[] {
  const publishers = variants.flatMap(({ publisher }) => Object.values(publisher));
  return [...new Set(publishers.map(foldText))];
}

/** A name in capitals, such as a prefix of codes: APIGW. */
const capitals = /(?<![A-Za-z])[A-Z][A-Za-z]*[A-Z](?![A-Za-z])/g;

/**
 * Sentences in which a document speaks of codes by a name that is neither the prefix of its own codes
 * nor a word of their messages, like API.
 *
 * @param codes The codes of the catalog.
 */
function prefixNotesOf(
  { id, variants = [] }: IndexedCatalog,
  codes: readonly CompactCode[],
): PrefixNote[] {
  const own = codes.flatMap((code) => [
    ...spellingsOf(code),
    ...code[1].flatMap(([, messages]) => messages),
  ]);
  const known = new Set(own.flatMap((text) => text.toLowerCase().match(/[a-z]+/g) ?? []));
  const isStrange = (name: string) => !known.has(name.toLowerCase());
  return variants.flatMap((variant) =>
    variant.notes.flatMap(({ line, block }) => {
      const text = plainText(block);
      return [...text.matchAll(/[^。!?！？\n]+[。!?！？]?/g)]
        .filter(([sentence]) => /错误码|\bcodes?\b/i.test(sentence))
        .filter(([sentence]) => sentence.match(capitals)?.some(isStrange))
        .map(({ 0: sentence, index }) => ({
          catalog: id,
          variant: variant.id,
          file: variant.files[0]?.path ?? '',
          line: line + text.slice(0, index).split('\n').length - 1,
          text: sentence.trim(),
        }));
    }),
  );
}

function plainText(node: Block | Inline | ListItem): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '\n';
}

function compactCode(code: Code): CompactCode {
  const { slug, short } = code;
  const aliases = aliasesOf(code).map(({ alias, case: id }): [string, number?] => {
    const item = casesOf(code).findIndex((other) => other.id === id);
    return item < 0 ? [alias] : [alias, item];
  });
  const compact: CompactCode = [code.code, casesOf(code).map(compactCase)];
  const rest = [
    slug === slugOf(code.code) ? null : slug,
    aliases.length > 0 ? aliases : null,
    short === undefined || short === `${code.code}/` ? null : short,
  ];
  const last = rest.findLastIndex((value) => value !== null);
  return [...compact, ...rest.slice(0, last + 1)] as CompactCode;
}

function compactCase({ id, entries }: Case): CompactCase {
  const cells = entries.map(({ httpStatus }) => statusesOf(httpStatus?.plain ?? ''));
  const statuses = [...new Set(cells.flat())];
  const messages = wordings(entries, 'message');
  const compact: CompactCase = [statuses, messages];
  if (id !== caseIdOf(statuses[0] ?? '', messages[0] ?? '')) compact.push(id);
  return compact;
}

/** The texts of all documents in one field, newest first, lost ones last, without repeats and empty cells. */
function wordings(
  entries: readonly Entry[],
  field: 'message' | 'description' | 'solution',
  defects: Code['defects'] = [],
): string[] {
  const seen = new Map<string, string>();
  const isLost = (entry: Entry) => Number(defectOf(entry, field, defects) !== undefined);
  for (const entry of entries.toSorted((a, b) => isLost(a) - isLost(b))) {
    const text = foldSpace(entry[field]?.plain ?? '');
    const key = foldText(text);
    if (key !== '' && !seen.has(key)) seen.set(key, text);
  }
  return [...seen.values()];
}
