import { type Lang, languages } from '../../../src/model/lang.ts';
import type { Catalog, Variant } from '../../../src/model/registry.ts';

/** The language of a document, as its edition shows it: in the language of the interface. */
const languageNames: Record<Lang, Record<Lang, string>> = {
  en: { en: '(English)', 'zh-CN': '（英文）' },
  'zh-CN': { en: '(Chinese)', 'zh-CN': '（中文）' },
};

/**
 * Returns a catalog in which no two documents have the same publisher and edition: such documents are
 * told apart by their language, which is added to the edition.
 */
export function distinguishEditions(catalog: Catalog): Catalog {
  const nameOf = ({ publisher, edition }: Variant, lang: Lang) =>
    `${publisher[lang]} ${edition[lang]}`;
  const variants = catalog.variants.map((variant): Variant => {
    const isAmbiguous = catalog.variants.some(
      (other) =>
        other.lang !== variant.lang &&
        languages.some((lang) => nameOf(other, lang) === nameOf(variant, lang)),
    );
    if (!isAmbiguous) return variant;
    const { edition } = variant;
    const names = languageNames[variant.lang];
    return {
      ...variant,
      edition: {
        en: `${edition.en} ${names.en}`,
        'zh-CN': `${edition['zh-CN']}${names['zh-CN']}`,
      },
    };
  });
  return { ...catalog, variants };
}

/** Returns the edition of a variant as the registry has it. */
export function registeredEdition({ lang, edition }: Variant): Variant['edition'] {
  const names = languageNames[lang];
  const without = (text: string, end: string) =>
    text.endsWith(end) ? text.slice(0, -end.length) : text;
  return {
    en: without(edition.en, ` ${names.en}`),
    'zh-CN': without(edition['zh-CN'], names['zh-CN']),
  };
}
