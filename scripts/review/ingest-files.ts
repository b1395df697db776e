import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, normalize, resolve } from 'node:path';
import type { Format } from '../../src/model/format.ts';
import type { Lang } from '../../src/model/lang.ts';
import { noPermalinks } from '../../src/model/permalinks.ts';
import type { Catalog, Variant } from '../../src/model/registry.ts';
import { guessFormat, guessLang } from '../guess/guess-document.ts';
import { ingestCatalog } from '../ingest/ingest-catalog.ts';
import { readCuration } from '../ingest/load/curation.ts';
import { InputError } from '../ingest/load/input-error.ts';
import { noLastTexts } from '../ingest/load/last-texts.ts';
import { readLexicon } from '../ingest/load/lexicon.ts';
import type { CatalogResult } from '../ingest/write/index.ts';

/** A document that is in no catalog; what is not given is guessed. */
export interface GivenFile {
  file: string;
  lang?: Lang | undefined;
  format?: Format | undefined;
}

/**
 * Ingests two documents as a catalog of their own. In one language the right one is the newer revision;
 * in two, the right one translates the left one.
 *
 * @param folder What the paths are relative to.
 * @param project The project whose headings and glossary are used.
 * @throws InputError if a file cannot be read, or its format cannot be guessed.
 */
export function ingestFiles(
  folder: string,
  project: string,
  left: GivenFile,
  right: GivenFile,
): CatalogResult {
  // Places are shown as the paths were given: relative to the folder, unless one is absolute.
  const isAbsolutePath = [left, right].some(({ file }) => isAbsolute(file));
  const root = isAbsolutePath ? '' : folder;
  const [older, newer] = [left, right].map((given) =>
    describeFile(root, isAbsolutePath ? { ...given, file: resolve(folder, given.file) } : given),
  );
  if (!older || !newer) throw new Error('two documents are needed');
  const isTranslation = older.lang !== newer.lang;
  const variants = [
    { ...older, id: 'left' },
    {
      ...newer,
      id: 'right',
      ...(isTranslation ? { lineage: 'right', translates: 'left' } : { follows: 'left' }),
    },
  ];
  const names = { en: 'documents', 'zh-CN': 'documents' };
  const catalog: Catalog = { id: 'documents', title: names, description: names, variants };
  // Decisions are about documents of the catalogs; headings and glossary are about any.
  const nothing = { aliases: [], redirects: [], pageNames: [], retired: [], decisions: [] };
  const none = { namedCodes: [], acknowledged: [], defects: [] };
  const curation = { ...readCuration(project), ...nothing, ...none, lexicon: readLexicon() };
  return ingestCatalog(root, catalog, curation, noPermalinks, noLastTexts).result;
}

function describeFile(root: string, { file, lang, format }: GivenFile): Omit<Variant, 'id'> {
  const path = normalize(file).replaceAll('\\', '/');
  let text: string;
  try {
    if (!statSync(join(root, path)).isFile()) throw new Error('not a file');
    text = readFileSync(join(root, path), 'utf8');
  } catch {
    throw new InputError([`${file}:1: the file cannot be read. Check the path.`]);
  }
  const known = format ?? guessFormat(path);
  if (known === undefined)
    throw new InputError([`${file}:1: the format cannot be guessed. Give it as an option.`]);
  const names = { en: path, 'zh-CN': path };
  return {
    lang: lang ?? guessLang(text),
    publisher: { en: '', 'zh-CN': '' },
    title: path,
    edition: names,
    lineage: 'left',
    format: known,
    source: path,
    licence: '',
    redistribute: false,
  };
}
