/**
 * Codes by every spelling that means them; codes are given by their position in the index. Of many
 * codes it keeps their strings, and numbers in typed arrays.
 */
import { append } from '../../model/append.ts';
import { foldCase } from '../../text/fold.ts';
import { codeKey, compactOf } from '../code-key.ts';
import { thresholds } from '../tuning.ts';
import { lowerBound } from './lower-bound.ts';
import { WordList } from './typos.ts';

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

/** What is known of the codes of an index. */
interface KnownCodes {
  /** Each code as its document spells it, and the aliases of those that have any. */
  codes: readonly string[];
  aliases: ReadonlyMap<number, readonly string[]>;
  catalogOf: (code: number) => string;
}

export class CodeSpellings {
  /** Identifiers with a character that words do not have (`tikv:9001`), folded, with their codes. */
  readonly literals = new Map<string, number[]>();
  /** Codes with a number, by their digits as written: `0201`. */
  readonly byDigits = new Map<string, number[]>();
  /** Prefixes of codes with a number, the longest first: `apig`. */
  readonly prefixes: readonly string[];
  /** First words that mark the codes of a catalog. */
  readonly marks: ReadonlySet<string>;
  /** Keys of codes and messages that many services share. */
  readonly shared: ReadonlySet<string>;
  readonly #known: KnownCodes;
  /** Hashes of keys with their codes, ascending. */
  readonly #keys: Float64Array;
  /** Codes that are names by their letters, each with its code. */
  readonly #names: string[] = [];
  readonly #codesOfNames: number[] = [];
  /** Catalogs and first words of marked names. */
  readonly #marked = new Set<string>();
  #near: WordList | undefined;

  /** @param shared Codes and messages that many services share. */
  constructor(known: KnownCodes, shared: readonly string[]) {
    this.#known = known;
    this.shared = new Set(shared.map(codeKey));
    const keys: number[] = [];
    const prefixes = new Set<string>();
    const groups = new Map<string, number>();
    for (const at of known.codes.keys()) {
      for (const spelling of this.spellingsOf(at)) {
        const key = codeKey(spelling);
        if (key !== '') keys.push(hashOf(key) * codeRange + at);
        if (/[^\s\w.-]/.test(spelling) && !/\s/.test(spelling) && key.length > 4)
          append(this.literals, foldCase(spelling), at);
        const numbered = readNumbered(spelling);
        if (numbered) {
          prefixes.add(numbered.prefix);
          append(this.byDigits, numbered.digits, at);
          continue;
        }
        this.#names.push(compactOf(spelling));
        this.#codesOfNames.push(at);
        const group = this.#groupOf(at, wordsOfName(spelling));
        groups.set(group, (groups.get(group) ?? 0) + 1);
      }
    }
    this.#keys = Float64Array.from(new Set(keys)).sort();
    this.prefixes = [...prefixes].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    for (const [group, count] of groups)
      if (count >= thresholds.sharedFirstWord) this.#marked.add(group);
    const names = this.#codesOfNames.flatMap((code) => this.namesOf(code));
    this.marks = new Set(names.filter(({ marked }) => marked).map(({ words }) => words[0] ?? ''));
  }

  get hasNames(): boolean {
    return this.#names.length > 0;
  }

  /** Number of the codes. */
  get size(): number {
    return this.#known.codes.length;
  }

  /** Returns every identifier of a code: the code, then its aliases. */
  spellingsOf(code: number): string[] {
    const { codes, aliases } = this.#known;
    return [codes[code] ?? '', ...(aliases.get(code) ?? [])];
  }

  /** Returns the codes that a word spells. */
  codesOf(word: string): number[] {
    const key = codeKey(word);
    const first = hashOf(key) * codeRange;
    const found: number[] = [];
    for (let at = lowerBound(this.#keys, first); ; at += 1) {
      const code = (this.#keys[at] ?? Number.POSITIVE_INFINITY) - first;
      if (code >= codeRange) return found;
      if (this.spellingsOf(code).some((spelling) => codeKey(spelling) === key)) found.push(code);
    }
  }

  /** Returns the identifiers of a code that are names. */
  namesOf(code: number): NamedCode[] {
    return this.spellingsOf(code)
      .filter((spelling) => !readNumbered(spelling))
      .map((spelling) => {
        const words = wordsOfName(spelling);
        const marked = words.length > 1 && this.#marked.has(this.#groupOf(code, words));
        return { code, compact: compactOf(spelling), words, marked };
      });
  }

  /** Returns the names whose letters meet a condition. */
  namesWhere(fits: (compact: string) => boolean): NamedCode[] {
    return this.#names.flatMap((compact, at) =>
      fits(compact)
        ? this.namesOf(this.#codesOfNames[at] ?? 0).filter((name) => name.compact === compact)
        : [],
    );
  }

  /** Names by their letters, to find misspelt ones. */
  get near(): WordList {
    this.#near ??= new WordList(this.#names);
    return this.#near;
  }

  #groupOf(code: number, [first]: readonly string[]): string {
    return `${this.#known.catalogOf(code)} ${first}`;
  }
}

/** More codes than an index has: a hash and a code are one number. */
const codeRange = 2 ** 21;

function hashOf(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at += 1) hash = (hash * 31 + key.charCodeAt(at)) >>> 0;
  return hash;
}

/** Prefix and digits of `APIG.0201`; nothing of a name. */
function readNumbered(code: string): { prefix: string; digits: string } | undefined {
  const [, before = '', digits = ''] = /^(.*?)(?<!\d)(\d{2,})$/s.exec(code) ?? [];
  const prefix = compactOf(before);
  return /^[a-z][a-z0-9]*$/.test(prefix) ? { prefix, digits } : undefined;
}

function wordsOfName(code: string): string[] {
  return code
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
