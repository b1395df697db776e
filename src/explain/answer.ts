/** What the program answers, as data: the lookup of the pages with the texts of the codes. Pure. */
import type { Match, Result } from '../lookup/result.ts';
import { type Lang, localeOf, ownFirst } from '../model/lang.ts';
import { createEngine, type Engine } from '../search/engine.ts';
import { explainMatch, explainObjections, type Phrase } from '../search/explain-result.ts';
import type { ProgramData, ShortCode, Sources } from './data.ts';

type Case = ShortCode['cases'][number];

/** The newest texts of a case in one language. */
export interface Said {
  lang: Lang;
  document: string;
  /** Texts of other documents, because that one lost them: field → document. */
  instead?: Record<string, string>;
  meaning?: string | undefined;
  solution?: string | undefined;
}

/** A case of a code, with its texts; the reader's language first. */
export interface ExplainedCase {
  case: string;
  httpStatus: string[];
  message?: string;
  said: Said[];
  /** A link that lasts. */
  url: string;
}

/** A code that the text is about. */
export interface Explained {
  catalog: string;
  catalogTitle: string;
  code: string;
  match: Match;
  /** The case that the text means; all cases if it does not tell which. */
  cases: ExplainedCase[];
  /** Whether the text tells which case it means. */
  decided: boolean;
  because: string;
  whyNot?: string;
  url: string;
  /** If the text has several errors: where this one is first, 1-based, and how often it occurs. */
  line?: number;
  count?: number;
}

/** A code of the text that no document contains. */
export interface Unknown {
  code: string;
  /** 1-based line of its first place in the text. */
  line: number;
  count: number;
  /** Codes with the same number. */
  near: string[];
  /** What the documents write about codes with this prefix, with file and line. */
  notes: { text: string; place: string }[];
}

export interface Explanation {
  /** How many errors, different codes and unknown codes the text has. */
  errors: number;
  codes: number;
  /** The codes that the text is about; of several errors in the order of the text. */
  results: Explained[];
  unknown: Unknown[];
  /** Set if the text was too long to be read whole. */
  isTooLong?: true;
}

/** Answers texts in one language, as the find page does. */
export class Explainer {
  readonly lang: Lang;
  readonly data: ProgramData;
  readonly #engine: Engine;
  readonly #codeOf: Sources['codeOf'];

  constructor({ data, index, codeOf }: Sources, lang: Lang) {
    this.data = data;
    this.lang = lang;
    this.#engine = createEngine(index, localeOf[lang]);
    this.#codeOf = codeOf;
  }

  /**
   * Returns the codes that a text is about, the best first.
   *
   * @param catalog The catalog whose codes come first among equal ones.
   * @example explainer.explain('APIG.0201 413').results[0]?.cases[0]?.case
   *   // => '413-request-entity-too-large'
   */
  explain(text: string, catalog?: string): Explanation {
    const { results, incidents, errors, codes, isTooLong } = this.#engine.answer(text, catalog);
    return {
      errors,
      codes,
      results: results.map((result) => this.#explainResult(result)),
      unknown: incidents.flatMap(({ unknown, line, count }) =>
        unknown
          ? {
              code: unknown.code,
              line,
              count,
              near: unknown.near.map(({ code }) => code),
              notes: unknown.notes.map((note) => ({
                text: note.text,
                place: `${note.file}:${note.line}`,
              })),
            }
          : [],
      ),
      ...(isTooLong && { isTooLong: true as const }),
    };
  }

  #explainResult(result: Result): Explained {
    const { catalog, code, match } = result;
    const { say, catalogs } = this.data.words[this.lang];
    const known = this.#codeOf(catalog, code);
    const url = known ? this.#address(known.url) : '';
    const all = known?.cases ?? [];
    const meant = all.filter(({ id }) => id === result.case);
    const whyNot = plain(explainObjections(result, say));
    return {
      catalog,
      catalogTitle: catalogs[catalog] ?? catalog,
      code,
      match,
      cases: (meant.length > 0 ? meant : all).map((item) => this.#explainCase(item, catalog, url)),
      decided: meant.length > 0 || all.length === 1,
      because: plain(explainMatch(result, say)),
      ...(whyNot !== '' && { whyNot }),
      url,
      ...(result.line !== undefined && { line: result.line, count: result.count ?? 1 }),
    };
  }

  #explainCase(item: Case, catalog: string, url: string): ExplainedCase {
    const said = ownFirst(this.lang).flatMap((lang): Said[] => {
      const texts = item[lang];
      if (!texts) return [];
      const { variant, instead = {}, ...rest } = texts;
      const others = Object.entries(instead).map(([field, id]) => [
        field,
        this.document(catalog, id),
      ]);
      const other = others.length > 0 ? { instead: Object.fromEntries(others) } : {};
      return [{ lang, document: this.document(catalog, variant), ...other, ...rest }];
    });
    return {
      case: item.id,
      httpStatus: item.httpStatus ?? [],
      ...(item.message !== undefined && { message: item.message }),
      said,
      url: `${url}#${item.id}`,
    };
  }

  /** Returns the name of a document in the reader's language. */
  document(catalog: string, variant: string): string {
    return this.data.documents[`${catalog}/${variant}`]?.[this.lang] ?? variant;
  }

  #address(path: string): string {
    return new URL(path.replace(/^\//, ''), this.data.site).href;
  }
}

const plain = (phrase: Phrase) =>
  phrase.map((part) => (typeof part === 'string' ? part : `“${part.quote}”`)).join('');
