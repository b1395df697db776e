/** Formats of source documents, by name and by extension. */
import { z } from 'zod';

const names = ['rst', 'markdown', 'html', 'json', 'yaml', 'toml', 'c'] as const;
export type Format = (typeof names)[number];

const list = names.join(', ');

export const FormatSchema = z.enum(names, {
  error: ({ input }) =>
    `format not supported: ${input}. Use one of ${list}, or convert the document to one of them`,
});

/** Extensions, in lower case, of the files of each format in a folder. */
export const extensionsOf: Record<Format, string[]> = {
  rst: ['rst', 'rest', 'txt'],
  markdown: ['md', 'markdown', 'mdx'],
  html: ['html', 'htm', 'xhtml'],
  json: ['json', 'jsonc', 'jsonl', 'ndjson'],
  yaml: ['yaml', 'yml'],
  toml: ['toml'],
  c: ['c', 'h', 'def', 'inc', 'cc', 'cpp', 'cxx', 'hh', 'hpp', 'hxx'],
};

const unsupported: Record<string, string> = {
  adoc: 'AsciiDoc',
  asciidoc: 'AsciiDoc',
  asc: 'AsciiDoc',
  dita: 'DITA',
  ditamap: 'DITA',
  xml: 'XML',
  docx: 'Word',
  doc: 'Word',
  odt: 'OpenDocument',
  pdf: 'PDF',
  xlsx: 'Excel',
  xls: 'Excel',
  csv: 'CSV',
  tsv: 'TSV',
  org: 'Org',
  textile: 'Textile',
  wiki: 'MediaWiki',
  mediawiki: 'MediaWiki',
  tex: 'LaTeX',
  proto: 'Protocol Buffers',
  properties: 'Java properties',
};

/**
 * Returns the name of a format that no reader supports, if the extension belongs to one.
 *
 * @example unsupportedFormat('adoc') // => 'AsciiDoc'
 */
export function unsupportedFormat(extension: string): string | undefined {
  return Object.hasOwn(unsupported, extension) ? unsupported[extension] : undefined;
}

/** The supported formats as a list for messages. */
export const supportedFormats = list;
