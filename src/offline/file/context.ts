import type { Lang } from '../../model/lang.ts';
import type { FileCode, Packed } from './packed.ts';
import type { Words } from './words.ts';

/** What stands in the file's data element. */
export interface FileData {
  /** Address of the site, with base and trailing slash, for links in tickets. */
  site: string;
  words: Record<Lang, Words>;
  packed: Packed;
}

/** What every view needs to know. */
export interface Context {
  data: FileData;
  codes: FileCode[];
  lang: Lang;
  words: Words;
}

export const langs: Lang[] = ['en', 'zh-CN'];

export function catalogOf({ data }: Context, id: string) {
  return data.packed.catalogs.find((catalog) => catalog.id === id);
}

/** A variant by its id, newest first in `catalog.variants`. */
export function variantOf(context: Context, catalog: string, id: string) {
  return catalogOf(context, catalog)?.variants.find((variant) => variant.id === id);
}

/** The text's language where it is not the interface's, for the `lang` attribute. */
export const langAttribute = (text: { lang: Lang }, { lang }: Context) =>
  text.lang === lang ? undefined : text.lang;

/** Address of a code within the file. */
export const addressOf = ({ catalog, slug }: FileCode, item?: string) =>
  `#${catalog}/${slug}${item === undefined ? '' : `/${item}`}`;
