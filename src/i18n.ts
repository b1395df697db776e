/** The strings of the interface, with placeholders such as `{{name}}`. */
import en from './content/i18n/en.json' with { type: 'json' };
import zh from './content/i18n/zh-CN.json' with { type: 'json' };
import { type Lang, type Locale, langOf, localeOf } from './model/lang.ts';
import { fillTemplate } from './text/fill-template.ts';

export type Key = keyof typeof en;
/** A key, or the stem of one with plural forms: `catalog.codes` for `catalog.codes_one`. */
type StringKey =
  | Key
  | (Key extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never);

type Translate = (key: StringKey, values?: Record<string, string | number>) => string;

const strings: Record<Lang, Partial<Record<string, string>>> = { en, 'zh-CN': zh };
const translators: Record<Lang, Translate> = {
  en: translatorInto('en'),
  'zh-CN': translatorInto('zh-CN'),
};

/**
 * Returns a function that gives the strings of a language, with `{{name}}` filled in and the plural
 * form that `count` needs (Unicode plural rules).
 *
 * @throws If there is no such string, or a placeholder has no value: no page may show either.
 * @example ui('en')('catalog.codes', { count: 1 }) // => '1 code'
 */
export function ui(lang: Lang): Translate {
  return translators[lang];
}

/** Returns a string with its placeholders, for scripts and for {@link quoting}. */
export function template(lang: Lang, key: Key): string {
  const text = strings[lang][key];
  if (text === undefined)
    throw new Error(`src/content/i18n: no string ${key} for ${lang}. Add it.`);
  return text;
}

/** Returns the language of the page that is being rendered, and a function that gives its strings. */
export function pageLanguage({ params, locals }: Page): Reader {
  // Pages of Starlight have no parameter `locale`; the others have no route before StarlightPage.
  const lang = langOf(params['locale'] ?? locals.starlightRoute.locale);
  return { locale: localeOf[lang], lang, t: ui(lang) };
}

interface Page {
  params: Record<string, string | undefined>;
  locals: App.Locals;
}

interface Reader {
  locale: Locale;
  lang: Lang;
  t: Translate;
}

function translatorInto(lang: Lang): Translate {
  const plural = new Intl.PluralRules(lang);
  return (key, values = {}) => {
    const { count } = values;
    const form = typeof count === 'number' ? `${key}_${plural.select(count)}` : key;
    const own = [form, `${key}_other`].find((name) => name in strings[lang]) ?? key;
    return fillTemplate(template(lang, own as Key), values);
  };
}
