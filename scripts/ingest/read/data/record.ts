import type { Cell } from '../../../../src/model/document.ts';
import { languageOfKey, splitHeadingLanguage } from '../../../../src/text/lang-of-heading.ts';
import { blocksOf, isForm, isForms, textBlocks } from './blocks.ts';
import { type DataEntry, type DataMap, type DataNode, spellingOf } from './node.ts';

/** One entry of a catalog: its values by heading. */
export interface DataRecord {
  line: number;
  cells: Map<string, Cell>;
  /** English names of Chinese headings. */
  names: Map<string, string>;
}

/** A text, a list of texts, the forms of a text for numbers, or such a value once a language. */
export function isLeaf(node: DataNode): boolean {
  if (node.kind === 'scalar') return true;
  if (node.kind === 'list') return node.items.every(({ kind }) => kind === 'scalar');
  return isForms(node) || (isByLanguage(node) && node.entries.every(({ value }) => isLeaf(value)));
}

/** Whether the file has a text as a value, perhaps with others that describe it. */
export const isTextOfKey = (node: DataNode): boolean =>
  isLeaf(node) || (node.kind === 'map' && node.isText === true);

/** Whether all keys of a map are languages, as in `{ en: …, zh: … }`. */
export function isByLanguage({ entries }: DataMap): boolean {
  return entries.length > 0 && entries.every(({ key }) => languageOfKey(key) !== undefined);
}

/**
 * Flattens a map to one cell a value: `http: { status: 404 }` has the heading `http.status`, and
 * `message: { en: …, zh: … }` has `message (en)` and `message (zh)`.
 *
 * @param lang The language of the whole map, if a key above it names one.
 */
export function flattenRecord(map: DataMap, lang?: string): DataRecord {
  const record: DataRecord = { line: map.line, cells: new Map(), names: new Map() };
  addAll(record, map.entries, '', lang);
  return record;
}

function addAll(record: DataRecord, entries: DataEntry[], prefix: string, lang?: string): void {
  // `{ text: …, zh: … }`: the Chinese of the text.
  const text = entries.find(({ key }) => /^(?:text|message|msg)$/i.test(key));
  for (const entry of text ? entries : joinForms(entries)) {
    const { line, value } = entry;
    const key = spellingOf(entry);
    const isLanguage = languageOfKey(key) !== undefined;
    const own = text ? spellingOf(text) : '';
    const isWrapper = prefix === '' && key === 'attributes' && value.kind === 'map';
    const named = isWrapper ? '' : key;
    const isMap = value.kind === 'map' && value.entries.length > 0 && !isForms(value);
    // `zh: { message: …, fix: … }` has fields of its own.
    const ofLanguage = isMap ? prefix : prefix || own;
    const heading = isLanguage ? ofLanguage : [prefix, named].filter(Boolean).join('.');
    const language = isLanguage ? key : lang;
    if (isMap) {
      addAll(record, value.entries, heading, language);
    } else {
      const unique = addCell(record, heading || 'message', language, {
        blocks: blocksOf(value),
        line,
      });
      if (prefix === '' && key !== entry.key) record.names.set(unique, entry.key);
    }
  }
}

/** Returns the entries with the forms of a text as its message: `{ description: …, one: …, other: … }`. */
function joinForms(entries: DataEntry[]): DataEntry[] {
  const forms = entries.filter(({ key }) => isForm(key));
  const [first] = forms;
  const value: DataMap = { kind: 'map', line: first?.line ?? 1, entries: forms };
  if (!first || !isForms(value) || !forms.some(({ key }) => key === 'other')) return entries;
  return entries.flatMap((entry) => {
    if (entry === first) return [{ key: 'message', line: first.line, value }];
    return forms.includes(entry) ? [] : [entry];
  });
}

/** Adds a cell under a heading with its language, and returns that heading; a repeated key is numbered. */
function addCell(
  record: DataRecord,
  heading: string,
  lang: string | undefined,
  cell: Cell,
): string {
  const named =
    lang === undefined || splitHeadingLanguage(heading) ? heading : `${heading} (${lang})`;
  let unique = named;
  for (let count = 2; record.cells.has(unique); count += 1) unique = `${named} ${count}`;
  record.cells.set(unique, cell);
  return unique;
}

/** Returns the record with a first cell of plain text. */
export function withFirst(
  record: DataRecord,
  heading: string,
  text: string,
  line: number,
): DataRecord {
  const first: Cell = { blocks: textBlocks(text), line };
  return { ...record, line, cells: new Map([[heading, first], ...record.cells]) };
}
