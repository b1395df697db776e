/** The interface's strings for pages that are rendered before Starlight gives them `Astro.locals.t`. */

import en from './content/i18n/en.json' with { type: 'json' };
import zh from './content/i18n/zh-CN.json' with { type: 'json' };
import type { Lang } from './model/lang.ts';

type Key = keyof typeof en;
/** A key, or the stem of one with plural forms: `catalog.codes` for `catalog.codes_one`. */
export type StringKey =
  | Key
  | (Key extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never);

const strings: Record<Lang, Partial<Record<string, string>>> = { en, 'zh-CN': zh };

type Translate = (key: StringKey, values?: Record<string, string | number>) => string;

/**
 * A function that gives the strings of a language, with `{{name}}` filled in and the plural form
 * that `count` needs (Unicode plural rules).
 *
 * @throws When a key is in no language, so that no page shows a bare key.
 * @example ui('en')('catalog.codes', { count: 1 }) // => '1 code'
 */
export function ui(lang: Lang): Translate {
  return translators[lang];
}

const translators: Record<Lang, Translate> = {
  en: translatorInto('en'),
  'zh-CN': translatorInto('zh-CN'),
};

function translatorInto(lang: Lang): Translate {
  const plural = new Intl.PluralRules(lang);
  const own = strings[lang];
  return (key, values = {}) => {
    const count = values['count'];
    const form = typeof count === 'number' ? `${key}_${plural.select(count)}` : key;
    const text = own[form] ?? own[`${key}_other`] ?? own[key];
    if (text === undefined)
      throw new Error(`src/content/i18n: no string ${key} for ${lang}. Add it.`);
    if (!text.includes('{{')) return text;
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
