/** Codes by every spelling that means them; codes are given by their position in the index. */
import { append } from '../model/append.ts';
import { foldCase } from '../text/fold.ts';
import { codeKey, compactOf, groupByCodeKey } from './code-key.ts';
import { thresholds } from './tuning.ts';
import { WordList } from './typos.ts';

export interface CodeSpellings {
  /** Codes by `codeKey`. */
  byKey: Map<string, number[]>;
  /** Every identifier of each code: the code, then its aliases. */
  all: string[][];
  /** Identifiers with a character that words do not have (`tikv:9001`), folded, with their codes. */
  literals: Map<string, number[]>;
  /** Codes with a number, by their digits as written: `0201`. */
  byDigits: Map<string, number[]>;
  /** Prefixes of codes with a number, the longest first: `apig`. */
  prefixes: string[];
  /** Codes that are names, by code and by first word. */
  names: NamedCode[];
  namesOf: Map<number, NamedCode[]>;
  namesByFirstWord: Map<string, NamedCode[]>;
  /** First words that mark the codes of a catalog. */
  marks: string[];
  /** Names by their letters, to find misspelt ones. */
  near: WordList;
  /** Keys of codes and messages that many services share. */
  shared: ReadonlySet<string>;
}

/** A code that is a name: `APIGATEWAY_DOMAIN_NUM_IS_MAX`. */
export interface NamedCode {
  code: number;
  compact: string;
  words: string[];
  /**
   * Whether its first word marks it as a code of its catalog (`APIGATEWAY_`, shared by many). Plain
   * words (`NOT_FOUND`) are used by other vendors and in sentences as well.
   */
  marked: boolean;
}

/**
 * Returns the spellings of codes with their catalogs and aliases.
 *
 * @param shared Codes and messages that many services share.
 */
export function spellCodes(
  codes: readonly { catalog: string; code: string; aliases?: readonly string[] }[],
  shared: readonly string[],
): CodeSpellings {
  const all = codes.map(({ code, aliases = [] }) => [code, ...aliases]);
  const literals = new Map<string, number[]>();
  const byDigits = new Map<string, number[]>();
  const prefixes = new Set<string>();
  const named: (NamedCode & { group: string })[] = [];
  for (const [at, { catalog }] of codes.entries()) {
    for (const code of all[at] ?? []) {
      if (/[^\s\w.-]/.test(code) && !/\s/.test(code) && codeKey(code).length > 4) {
        append(literals, foldCase(code), at);
      }
      const [, prefix = '', digits = ''] = /^(.*?)(?<!\d)(\d{2,})$/s.exec(code) ?? [];
      if (/^[a-z][a-z0-9]*$/.test(compactOf(prefix))) {
        prefixes.add(compactOf(prefix));
        append(byDigits, digits, at);
        continue;
      }
      const words = wordsOfName(code);
      const group = `${catalog} ${words[0]}`;
      named.push({ code: at, compact: compactOf(code), words, marked: false, group });
    }
  }
  const groups = Map.groupBy(named, ({ group }) => group);
  const names = named.map(({ group, ...name }): NamedCode => {
    const shared = groups.get(group)?.length ?? 0;
    return { ...name, marked: name.words.length > 1 && shared >= thresholds.sharedFirstWord };
  });
  const marked = names.filter((name) => name.marked);
  return {
    byKey: groupByCodeKey(codes.keys(), (at) => all[at] ?? []),
    all,
    literals,
    byDigits,
    prefixes: [...prefixes].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    names,
    namesOf: Map.groupBy(names, ({ code }) => code),
    namesByFirstWord: Map.groupBy(names, ({ words }) => words[0] ?? ''),
    marks: [...new Set(marked.map(({ words }) => words[0] ?? ''))],
    near: new WordList(names.map(({ compact }) => compact)),
    shared: new Set(shared.map(codeKey)),
  };
}

function wordsOfName(code: string): string[] {
  return code
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
