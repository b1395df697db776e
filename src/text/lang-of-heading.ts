/** The language that a heading or a key names, as in `message_zh` or 错误英文描述. */
import type { Lang } from '../model/lang.ts';

/** A language that documents name; `other` is one that this site has no documents in. */
export type NamedLang = Lang | 'other';

const tags: Record<NamedLang, RegExp> = {
  en: /^(en|eng|en[-_](us|gb))$/i,
  'zh-CN': /^(zh|cn|chs|chi|zho|zh[-_](cn|chs|hans|hans[-_]cn))$/i,
  other: /^(zh[-_](tw|hk|hant)|ja|jp|ja[-_]jp|ko|kr|ko[-_]kr|fr|de|es|pt|pt[-_]br|ru|it)$/i,
};

const words: Record<NamedLang, RegExp> = {
  en: /\benglish\b|英文|英语/iu,
  'zh-CN': /\b(simplified )?chinese\b|简体中文|中文|汉语/iu,
  other:
    /\btraditional chinese\b|\b(japanese|korean|french|german|spanish)\b|繁体中文|繁體中文|日文|日语/iu,
};

const languages = ['other', 'en', 'zh-CN'] as const;

/**
 * Returns the language that a key consists of.
 *
 * @example languageOfKey('zh_CN') // => 'zh-CN'
 * @example languageOfKey('message_zh') // => undefined
 */
export function languageOfKey(key: string): NamedLang | undefined {
  return languages.find(
    (lang) => tags[lang].test(key) || (key.replace(words[lang], '').trim() === '' && key !== ''),
  );
}

/**
 * Returns the language that a heading names, and the heading without it.
 *
 * A tag counts at either end: `message_en`, `enMessage`, `desc.zh-CN`, `Description (EN)`. A word
 * counts anywhere: `English description`, 错误中文描述.
 *
 * @example splitHeadingLanguage('message_zh') // => { lang: 'zh-CN', rest: 'message' }
 */
export function splitHeadingLanguage(
  heading: string,
): { lang: NamedLang; rest: string } | undefined {
  for (const lang of languages) {
    if (words[lang].test(heading)) {
      return {
        lang,
        rest: heading
          .replace(words[lang], '')
          .replace(/[(（]\s*[)）]/u, '')
          .trim(),
      };
    }
  }
  const whole = languageOfKey(heading);
  if (whole) return { lang: whole, rest: '' };
  const parts =
    /^(?<rest>.+?)(?:[\s_.\-/(（]+)(?<tag>[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4}){0,2})[)）]?$/u.exec(
      heading,
    ) ??
    /^(?<tag>[A-Za-z]{2,3})[\s_.\-/]+(?<rest>.+)$/u.exec(heading) ??
    /^(?<rest>.*[a-z])(?<tag>E[nN]|EN|C[nN]|CN|Z[hH]|ZH|ZhCn|ZhCN|EnUs|EnUS)$/u.exec(heading) ??
    /^(?<tag>en|zh|cn)(?<rest>[A-Z].*)$/u.exec(heading);
  const { tag, rest } = parts?.groups ?? {};
  if (tag === undefined || rest === undefined) return undefined;
  const lang = languageOfKey(tag) ?? languageOfKey(tag.replace(/(?<=[a-z])(?=[A-Z])/u, '-'));
  return lang && { lang, rest: rest.replace(/[\s_.\-/(（]+$/u, '') };
}
