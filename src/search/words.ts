/** The strings of results, for the browser: fetched when the page is idle, not part of every page. */
import en from '../content/i18n/en.json' with { type: 'json' };
import type { CatalogData } from '../data/queries.ts';
import { type Key, template } from '../i18n.ts';
import type { Lang } from '../model/lang.ts';

type WordOf<Text> = Text extends `search.say.${infer Name}` ? Name : never;
/** A string for results, without its prefix `search.say.`. */
export type Word = WordOf<Key>;

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
  const say = Object.keys(en)
    .filter((key) => key.startsWith(prefix))
    .map((key) => [key.slice(prefix.length), template(lang, key as Key)]);
  return {
    say: Object.fromEntries(say),
    catalogs: Object.fromEntries(catalogs.map(({ id, title }) => [id, title[lang]])),
  };
}
