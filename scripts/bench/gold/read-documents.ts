/** The documents of the gold list, read as ingest reads them, without a registry. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Entry } from '../../../src/model/entry.ts';
import type { Catalog, Variant } from '../../../src/model/registry.ts';
import type { Curation } from '../../ingest/load/curation.ts';
import { normaliseDocument } from '../../ingest/normalise/index.ts';
import { decodeDocument } from '../../ingest/read/decode.ts';
import { readDocument } from '../../ingest/read/index.ts';

/** A document with its entries. */
export interface Document {
  variant: Variant;
  entries: Entry[];
}

/** Where `sources/…` and `corpus/…` of the gold list lie; the corpus is beside the project. */
export function pathOf(root: string, file: string): string {
  return file.startsWith('corpus/')
    ? join(root, '..', 'shared', file)
    : join(root, 'content', file);
}

/** Whether the corpus is there. */
export function hasCorpus(root: string): boolean {
  return existsSync(pathOf(root, 'corpus/INDEX.tsv'));
}

/**
 * Read a document of the gold list.
 *
 * @param file Path as the list has it; its name tells publisher, date and language:
 *   `otc-2024-12.en.rst`.
 * @throws When the document cannot be decoded.
 */
export function readGoldDocument(
  root: string,
  file: string,
  curation: Pick<Curation, 'headings'>,
  about?: Partial<Variant>,
): Document {
  const decoded = decodeDocument(readFileSync(pathOf(root, file)), file);
  if ('error' in decoded) throw new Error(`${file}: ${decoded.error.message}`);
  const variant = { ...variantOf(file), ...about };
  const read = readDocument(decoded.text, file, variant.format, curation.headings);
  return { variant, entries: normaliseDocument(read, variant, curation.headings).entries };
}

/** The files of one edition: the folder `en` or `zh` they are in, else the file itself. */
export function editionOf(file: string): string {
  return /^.*\/(?:en|zh)(?=\/)/.exec(file)?.[0] ?? file;
}

function variantOf(file: string): Variant {
  const edition = editionOf(file);
  const language = /[./](en|zh)(?:[./]|$)/.exec(edition)?.[1] ?? 'en';
  const name = basename(edition === file ? (file.split(`.${language}.`)[0] ?? '') : 'edition');
  const date = /\d{4}-\d{2}(-\d{2})?/.exec(name)?.[0];
  const lineage = name.replace(/-?\d{4}-\d{2}.*$/, '') || name;
  const names = { en: name, 'zh-CN': name };
  return {
    // The name alone is not enough: one publisher may have both languages.
    id: `${name}-${language}`.replaceAll('.', '-'),
    lang: language === 'zh' ? 'zh-CN' : 'en',
    publisher: names,
    title: name,
    edition: names,
    // The web page of Huawei Cloud is newer than every dated document of the list.
    ...(date ? { revision: date } : { seen: name.endsWith('-web') ? '2026-11' : '2024-01' }),
    lineage,
    format: file.endsWith('.rst') ? 'rst' : 'markdown',
    source: file,
    licence: 'none',
    redistribute: false,
  };
}

/** A catalog of documents that follow each other in the order given, for each lineage. */
export function catalogOf(id: string, documents: Document[]): Catalog {
  const names = { en: id, 'zh-CN': id };
  const last = new Map<string, string>();
  const variants = documents.map(({ variant }) => {
    const key = `${variant.lineage} ${variant.lang}`;
    const follows = last.get(key);
    last.set(key, variant.id);
    return { ...variant, ...(follows ? { follows } : {}) };
  });
  return { id, title: names, description: names, variants };
}
