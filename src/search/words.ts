/** The strings that results are said in, for the browser: fetched when idle, not part of every page. */

import en from '../content/i18n/en.json' with { type: 'json' };
import zh from '../content/i18n/zh-CN.json' with { type: 'json' };
import type { CatalogData } from '../data/site.ts';
import type { Lang } from '../model/lang.ts';

type Keys<Text> = Text extends `search.say.${infer Key}` ? Key : never;
/** A string for results, without its prefix `search.say.`. */
export type Word = Keys<keyof typeof en>;

/** The file `words-{locale}.json`. */
export interface Words {
  say: Record<Word, string>;
  /** Titles of the catalogs by id. */
  catalogs: Record<string, string>;
}

const prefix = 'search.say.';

/** @param catalogs Every catalog; a title is shown where there are several. */
export function wordsFor(
  lang: Lang,
  catalogs: readonly Pick<CatalogData, 'id' | 'title'>[],
): Words {
  const strings: Record<string, string> = lang === 'en' ? en : zh;
  const say = Object.keys(en)
    .filter((key) => key.startsWith(prefix))
    .map((key) => [key.slice(prefix.length), strings[key] ?? '']);
  return {
    say: Object.fromEntries(say),
    catalogs: Object.fromEntries(catalogs.map(({ id, title }) => [id, title[lang]])),
  };
}
