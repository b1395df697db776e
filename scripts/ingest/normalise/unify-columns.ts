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
 * of its document ("Error Message", 描述): then the English heading decides. Tables with other headings are
 * looked at apart.
 *
 * @param documents The entries of each document of a catalog, in the order of the registry.
 * @param recorded Rows as they were recorded; they follow the documents, so that they are still recognised.
 */
export function unifyColumns(
  documents: readonly Document[],
  recorded: readonly Document[] = [],
): void {
  const [english, chinese] = (['en', 'zh-CN'] as const).map((lang) =>
    documents.filter(({ variant }) => variant.lang === lang),
  ) as [Document[], Document[]];
  for (const left of english)
    for (const right of chinese)
      for (const [ours, theirs, field] of listPairs(left, right)) {
        unifyField(ours, theirs, field);
        unifyField(theirs, ours, field);
      }
  for (const past of recorded)
    for (const document of documents.filter(({ variant }) => variant.lang !== past.variant.lang))
      for (const [before, now, field] of listPairs(past, document)) unifyField(now, before, field);
}

/** Pairs the tables of two documents, once for each field. */
function listPairs(left: Document, right: Document): [Document, Document, Field][] {
  const others = groupTables(right, left);
  return [...groupTables(left, right)].flatMap(([key, entries]) => {
    const rows = others.get(key);
    if (rows === undefined) return [];
    return FieldSchema.exclude(['httpStatus']).options.map((field): [Document, Document, Field] => [
      { ...left, entries },
      { ...right, entries: rows },
      field,
    ]);
  });
}

/**
 * Groups the rows of a document by the headings of their table, and of the tables that have its codes in the
 * other document. A table whose codes that one lacks is like the others with the same headings.
 */
function groupTables(document: Document, other: Document): Map<string, Entry[]> {
  const headingsOf = new Map(
    listTables(other).flatMap(([headings, rows]) => rows.map(({ code }) => [code, headings])),
  );
  const tables = listTables(document).map(([own, rows]) => {
    const found = rows.flatMap(({ code }) => headingsOf.get(code) ?? []);
    const counts = [...Map.groupBy(found, (headings) => headings)];
    const [most] = counts.sort((a, b) => b[1].length - a[1].length);
    return { own, rows, theirs: most?.[0] };
  });
  const like = new Map(tables.flatMap(({ own, theirs }) => (theirs ? [[own, theirs]] : [])));
  const groups = Map.groupBy(tables, ({ own, theirs = like.get(own) }) =>
    JSON.stringify(document.variant.lang === 'en' ? [own, theirs] : [theirs, own]),
  );
  return new Map([...groups].map(([key, same]) => [key, same.flatMap(({ rows }) => rows)]));
}

/** Returns the rows below each caption, with all headings of their fields. */
function listTables({ entries }: Document): [headings: string, rows: Entry[]][] {
  const tables = Map.groupBy(entries, ({ place, table }) => JSON.stringify([place.file, table]));
  return [...tables.values()].map((rows) => {
    const headings = rows.flatMap((row) => Object.entries(row.headings).map(String));
    return [[...new Set(headings)].sort().join('\n'), rows];
  });
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
      known.variant.lang === 'en' &&
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
