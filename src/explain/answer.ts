/** What the program answers, as data: the lookup of the pages with the texts of the codes. Pure. */
import type { Match, Result } from '../lookup/result.ts';
import type { Lang } from '../model/lang.ts';
import { createEngine, type Engine } from '../search/engine.ts';
import { explainMatch, explainObjections, type Phrase } from '../search/explain-result.ts';
import type { ProgramData, ShortCode } from './data.ts';

type Case = ShortCode['cases'][number];

/** The newest texts of a case in one language. */
export interface Said {
  lang: Lang;
  document: string;
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
}

export interface Explanation {
  results: Explained[];
  /** A code in the text that no document contains. */
  unknown?: string;
}

/** Answers texts in one language, as the find page does. */
export class Explainer {
  readonly lang: Lang;
  readonly data: ProgramData;
  readonly #engine: Engine;
  readonly #codes: Map<string, ShortCode>;

  constructor(data: ProgramData, lang: Lang) {
    this.data = data;
    this.lang = lang;
    this.#engine = createEngine(data.index, lang === 'en' ? 'en' : 'zh-cn');
    this.#codes = new Map(data.codes.map((code) => [`${code.catalog} ${code.code}`, code]));
  }

  /**
   * Returns the codes that a text is about, the best first.
   *
   * @example explainer.explain('APIG.0201 413').results[0]?.cases[0]?.case
   *   // => '413-request-entity-too-large'
   */
  explain(text: string): Explanation {
    const results = this.#engine.answer(text).map((result) => this.#explainResult(result));
    const unknown = this.#engine.unknownCode(text);
    return { results, ...(unknown !== undefined && { unknown }) };
  }

  #explainResult(result: Result): Explained {
    const { catalog, code, match } = result;
    const { say, catalogs } = this.data.words[this.lang];
    const known = this.#codes.get(`${catalog} ${code}`);
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
    };
  }

  #explainCase(item: Case, catalog: string, url: string): ExplainedCase {
    const order: Lang[] = this.lang === 'en' ? ['en', 'zh-CN'] : ['zh-CN', 'en'];
    const said = order.flatMap((lang): Said[] => {
      const texts = item[lang];
      if (!texts) return [];
      const { variant, ...rest } = texts;
      return [{ lang, document: this.document(catalog, variant), ...rest }];
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
