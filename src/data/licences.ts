import { ui } from '../i18n.ts';
import type { Lang } from '../model/lang.ts';
import type { VariantReport } from '../model/registry.ts';

/**
 * The licence of a document for people, with the language that it is named in. Licences keep their
 * English names; that there is none is the interface's to say, so it is said in the reader's language.
 */
export function licenceOf(variant: VariantReport, lang: Lang): { name: string; lang: Lang } {
  return variant.licenceUrl === undefined && /^(not|none)\b/.test(variant.licence)
    ? { name: ui(lang)('sources.licence.none'), lang }
    : { name: variant.licence, lang: 'en' };
}
