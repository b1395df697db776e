/** One field for a column that the documents of two languages name differently. */
import { type Entry, FieldSchema } from '../../../src/model/entry.ts';
import type { Variant } from '../../../src/model/registry.ts';
import type { Field } from '../../../src/model/terms.ts';
import type { Text } from '../../../src/model/text.ts';
import { foldText } from '../../../src/text/fold.ts';

interface Document {
  variant: Pick<Variant, 'lang'>;
  entries: Entry[];
}

/** Fewer common texts prove nothing. */
const minTexts = 5;

/**
 * Moves a column of one document to the field that the document of the other language has instead, if
 * no row of the first one has the field. A column corresponds if most of its texts are the same (an English
 * message under 英文描述), or if it is a field that the other document lacks, and each is in the language
 * of its document ("Error Message", 描述).
 *
 * @param documents The entries of each document of a catalog, in the order of the registry.
 */
export function unifyColumns(documents: readonly Document[]): void {
  const [english, chinese] = (['en', 'zh-CN'] as const).map((lang) =>
    documents.filter(({ variant }) => variant.lang === lang),
  ) as [Document[], Document[]];
  for (const left of english) {
    for (const right of chinese) {
      for (const field of FieldSchema.exclude(['httpStatus']).options) {
        unifyField(left, right, field);
        unifyField(right, left, field);
      }
    }
  }
}

/** Gives a document the field of another one. */
function unifyField(known: Document, lacking: Document, field: Field): void {
  if (lacking.entries.some((entry) => entry[field])) return;
  const texts = known.entries.flatMap((entry) => (entry[field]?.plain ? [entry[field]] : []));
  if (texts.length * 2 <= known.entries.length) return;
  const columns = new Set(lacking.entries.flatMap(({ extra }) => Object.keys(extra)));
  const heading = [...columns].find((name) =>
    areSameTexts(
      texts,
      lacking.entries.map(({ extra }) => extra[name]),
    ),
  );
  if (heading !== undefined) {
    for (const entry of lacking.entries) {
      const { [heading]: text, ...extra } = entry.extra;
      if (text) Object.assign(entry, { [field]: text, extra });
      entry.headings[field] = heading;
    }
    return;
  }
  const instead = FieldSchema.options.find(
    (other) =>
      other !== field &&
      !known.entries.some((entry) => entry[other]) &&
      isTranslated(known, field) &&
      isTranslated(lacking, other),
  );
  if (instead === undefined) return;
  for (const entry of lacking.entries) {
    const { [instead]: text, headings } = entry;
    if (!text) continue;
    entry[field] = text;
    headings[field] = headings[instead] ?? '';
    delete entry[instead];
    delete headings[instead];
  }
}

/** Returns whether most distinct texts of one column are in another one. */
function areSameTexts(some: readonly Text[], others: readonly (Text | undefined)[]): boolean {
  const known = new Set(others.map((text) => foldText(text?.plain ?? '')));
  const wanted = [...new Set(some.map(({ plain }) => foldText(plain)))];
  const found = wanted.filter((text) => known.has(text)).length;
  return found >= minTexts && found * 2 > wanted.length;
}

/** Returns whether most texts of a field are in the language of their document. */
function isTranslated({ variant, entries }: Document, field: Field): boolean {
  return entries.filter((entry) => entry[field]?.lang === variant.lang).length * 2 > entries.length;
}
