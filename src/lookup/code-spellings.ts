/** Codes by every spelling that means them. */
import { foldCase } from '../text/fold.ts';
import { codeKey, compactOf, groupByCodeKey } from './code-key.ts';
import { WordList } from './typos.ts';

/** The spellings of all codes. Codes are given by their position in the index. */
export interface CodeSpellings {
  /** Codes by `codeKey`. */
  byKey: Map<string, number[]>;
  /** Every identifier of each code: the code, then its aliases. */
  all: string[][];
  /** Identifiers with a sign inside that words do not have (`tikv:9001`), folded, with their codes. */
  literals: Map<string, number[]>;
  /** Letters and digits of each code in lower case: `apig0201`. */
  compacts: string[];
  /** Codes with a number, by their digits as written: `0201`. */
  byDigits: Map<string, number[]>;
  /** Prefixes of codes with a number: `apig`. */
  prefixes: string[];
  /** Codes that are names. */
  names: NamedCode[];
  /** The names of each code that has any. */
  namesOf: Map<number, NamedCode[]>;
  namesByFirstWord: Map<string, NamedCode[]>;
  /** First words that mark the codes of a catalog. */
  marks: string[];
  /** Names by their letters, to be found when misspelt. */
  near: WordList;
}

/** A code that is a name: `APIGATEWAY_DOMAIN_NUM_IS_MAX`. */
export interface NamedCode {
  code: number;
  compact: string;
  words: string[];
  /**
   * Whether its first word marks it as a code of its catalog (`APIGATEWAY_`, shared by many) rather
   * than being plain words (`NOT_FOUND`), which other vendors and ordinary sentences use as well.
   */
  marked: boolean;
}

/** A first word that this many codes of a catalog share marks the codes of the catalog. */
const minShared = 5;

/**
 * Returns the spellings of codes.
 *
 * @param codes Codes with their catalogs and aliases; the spellings refer to them by position.
 */
export function spellCodes(
  codes: readonly { catalog: string; code: string; aliases?: readonly string[] }[],
): CodeSpellings {
  const all = codes.map(({ code, aliases = [] }) => [code, ...aliases]);
  const spellings: CodeSpellings = {
    byKey: groupByCodeKey(codes.keys(), (at) => all[at] ?? []),
    all,
    literals: new Map(),
    compacts: codes.map(({ code }) => compactOf(code)),
    byDigits: new Map(),
    prefixes: [],
    names: [],
    namesOf: new Map(),
    namesByFirstWord: new Map(),
    marks: [],
    near: new WordList([]),
  };
  const prefixes = new Set<string>();
  const firstWords = new Map<string, number>();
  const keyOf = (catalog: string, words: string[]) => `${catalog} ${words[0]}`;
  const spelled = codes.flatMap(({ catalog }, at) =>
    (all[at] ?? []).map((code) => ({ catalog, code, at })),
  );
  for (const { catalog, code, at } of spelled) {
    if (/[^\s\w.-]/.test(code) && !/\s/.test(code) && codeKey(code).length > 4) {
      append(spellings.literals, foldCase(code), at);
    }
    const [, prefix = '', digits = ''] = /^(.*?)(?<!\d)(\d{2,})$/s.exec(code) ?? [];
    if (/^[a-z][a-z0-9]*$/.test(compactOf(prefix))) {
      prefixes.add(compactOf(prefix));
      append(spellings.byDigits, digits, at);
      continue;
    }
    const words = wordsOfName(code);
    const key = keyOf(catalog, words);
    firstWords.set(key, (firstWords.get(key) ?? 0) + 1);
    spellings.names.push({ code: at, compact: compactOf(code), words, marked: false });
  }
  for (const name of spellings.names) {
    const catalog = codes[name.code]?.catalog ?? '';
    name.marked =
      name.words.length > 1 && (firstWords.get(keyOf(catalog, name.words)) ?? 0) >= minShared;
    append(spellings.namesOf, name.code, name);
    append(spellings.namesByFirstWord, name.words[0] ?? '', name);
  }
  const marked = spellings.names.filter((name) => name.marked);
  spellings.marks = [...new Set(marked.map(({ words }) => words[0] ?? ''))];
  spellings.near = new WordList(spellings.names.map(({ compact }) => compact));
  spellings.prefixes = [...prefixes].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return spellings;
}

function wordsOfName(code: string): string[] {
  return code
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
