/** Reads files that are to become a document of a catalog. */
import { cpSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Entry } from '../../src/model/entry.ts';
import type { Finding } from '../../src/model/finding.ts';
import { extensionsOf, type Format } from '../../src/model/format.ts';
import type { Lang } from '../../src/model/lang.ts';
import type { Shape, Variant } from '../../src/model/registry.ts';
import { guessFormat, guessLang } from '../guess/guess-document.ts';
import { guessEdition } from '../guess/guess-edition.ts';
import type { Guess } from '../guess/guess-place.ts';
import type { FoundFacts } from '../ingest/findings.ts';
import type { Curation } from '../ingest/load/curation.ts';
import { InputError } from '../ingest/load/input-error.ts';
import { extensionOf } from '../ingest/load/source-files.ts';
import { maxBytes } from '../ingest/read/limits.ts';
import { readVariant } from '../ingest/read-variant.ts';
import { describeErrors } from '../ingest/report/terminal.ts';
import { isFile, listFiles, walkFolder } from '../list-files.ts';

/** A document before it has a place. */
export interface NewDocument {
  /** Files to copy: where they are, and their path below the document's folder. */
  files: { from: string; name: string }[];
  /** The folder of a document of several files; `''` if single files were given. */
  folder?: string | undefined;
  /** Files of the folder that are not read: of other formats, or hidden. */
  leftOut: string[];
  format: Guess<Format>;
  lang: Guess<Lang>;
  /** How its codes are arranged, if not in tables. */
  shape?: string | undefined;
  entries: readonly Entry[];
  text: string;
}

/** What was given in place of guesses. */
export interface Given {
  format?: Format | undefined;
  lang?: Lang | undefined;
  shape?: Shape | undefined;
}

/**
 * Reads a file, several files, or a folder as one document.
 *
 * @param paths Absolute paths.
 * @param stage An empty folder, for copies.
 * @throws InputError if a path does not exist, the format is not known, or there are no codes.
 */
export function readNewDocument(
  paths: readonly string[],
  stage: string,
  given: Given,
  curation: Pick<Curation, 'headings' | 'namedCodes'>,
): NewDocument {
  const all = paths.flatMap(filesOf);
  const format = formatOf(all, given.format);
  const files = all.filter(
    ({ name }) =>
      all.length === 1 ||
      (extensionsOf[format.value].includes(extensionOf(name)) && !/(?:^|\/)\./.test(name)),
  );
  const twice = files.find(({ name }, at) => files.findIndex((file) => file.name === name) !== at);
  if (twice)
    throw new InputError([`${twice.from}:1: two files have this name. Give their folder.`]);
  for (const { from, name } of files) {
    mkdirSync(dirname(join(stage, name)), { recursive: true });
    cpSync(from, join(stage, name));
  }
  checkSize(files);
  const text = files.map(({ from }) => readFileSync(from, 'utf8')).join('\n');
  if (paths.length > 1 && given.lang === undefined) refuseLanguages(files);
  const lang = given.lang ?? guessLang(text);
  const [first = ''] = paths;
  const isDirectory = statSync(first).isDirectory();
  const folder = isDirectory ? first : files.length > 1 ? '' : undefined;
  const source = folder === undefined ? (files[0]?.name ?? '') : '.';
  const variant = { id: 'new', source, format: format.value, lang, shape: given.shape } as Variant;
  const read = readVariant(stage, { id: 'new', variants: [variant] }, variant, curation);
  const problems = describeErrors(read.findings);
  if (problems.length > 0 || read.entries.length === 0)
    throw new InputError([
      ...problems,
      ...(problems.length ? [] : [`${paths[0]}:1: no codes were found.`]),
    ]);
  if (folder !== undefined && given.lang === undefined) refuseSeveral(files, read, stage);
  const detected: (Finding & FoundFacts) | undefined = read.findings.find(
    ({ id }) => id === 'shape-detected',
  );
  const because = given.lang ? 'given' : 'by the share of Chinese characters';
  return {
    files,
    folder,
    leftOut: all
      .map(({ name }) => name)
      .filter((name) => !files.some((file) => file.name === name)),
    format,
    lang: { value: lang, because },
    shape: detected?.facts?.[0]?.toString(),
    entries: read.entries,
    text,
  };
}

/**
 * Refuses several documents in one command: files in several languages or of several editions that have
 * the same codes. A document of several files has most codes in one of them.
 */
function refuseSeveral(
  files: NewDocument['files'],
  { entries, findings }: { entries: readonly Entry[]; findings: readonly (Finding & FoundFacts)[] },
  stage: string,
): void {
  const codes = new Set(entries.map(({ code }) => code));
  const repeated = findings.flatMap(({ id, facts }) =>
    id === 'row-differs' || id === 'row-in-two-files' ? [facts?.[0]] : [],
  );
  if (new Set(repeated).size * 2 <= codes.size) return;
  const groups = Map.groupBy(files, ({ name }) => {
    const { revision, version } = guessEdition(name);
    const lang = guessLang(readFileSync(join(stage, name), 'utf8'));
    return [languageNames[lang], revision ?? version].filter(Boolean).join(' ');
  });
  if (groups.size < 2) return;
  const documents = [...groups].map(
    ([about, [first, ...others]]) => `${about}: ${first?.name}${others.length > 0 ? ' …' : ''}`,
  );
  throw new InputError([
    `${files[0]?.from}:1: these are several documents, as their files have the same codes: ${documents.join('; ')}. Add each with a command of its own that names its files or its folder, or give --lang if they are one document.`,
  ]);
}

const languageNames = { en: 'English', 'zh-CN': 'Chinese' };

/** Refuses an English and a Chinese document in one command; a folder may have untranslated files. */
function refuseLanguages(files: NewDocument['files']): void {
  const [first, ...others] = files.map(({ from }) => ({
    from,
    lang: guessLang(readFileSync(from, 'utf8')),
  }));
  const other = others.find(({ lang }) => lang !== first?.lang);
  if (!first || !other) return;
  throw new InputError([
    `${other.from}:1: is ${languageNames[other.lang]}, but ${basename(first.from)} is ${languageNames[first.lang]}. Add each document with a command of its own, or give --lang if they are one document.`,
  ]);
}

/** Refuses files that no reader would accept, before they are read at all. */
function checkSize(files: NewDocument['files']): void {
  const tooLarge = files.find(({ from }) => statSync(from).size > maxBytes);
  if (!tooLarge) return;
  const { size } = statSync(tooLarge.from);
  throw new InputError([
    `${tooLarge.from}:1: it has ${size} bytes, more than the limit of ${maxBytes}. Split it into several files.`,
  ]);
}

function filesOf(path: string): { from: string; name: string }[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new InputError([`${path}:1: the file does not exist. Check the path.`]);
  if (stat.isFile()) return [{ from: path, name: basename(path) }];
  if (!stat.isDirectory())
    throw new InputError([
      `${path}:1: it is neither a file nor a folder. Save the document as a file.`,
    ]);
  const link = walkFolder(path).find(
    (entry) => entry.isSymbolicLink() && !isFile(join(entry.parentPath, entry.name)),
  );
  if (link)
    throw new InputError([
      `${join(link.parentPath, link.name)}:1: it is a link, but to no file. Give the folder to which it leads, or copy its files.`,
    ]);
  const names = listFiles(path).filter((name) => !/(^|\/)(?:\.git|node_modules)\//.test(name));
  if (names.length === 0)
    throw new InputError([`${path}:1: the folder has no files. Check the path.`]);
  return names.map((name) => ({ from: join(path, name), name }));
}

/** The format of most files: folders of documents have images and licences too. */
function formatOf(files: readonly { from: string; name: string }[], given?: Format): Guess<Format> {
  if (given) return { value: given, because: 'given' };
  const known = files.flatMap(({ name }) => guessFormat(name) ?? []);
  const [most] = [...Map.groupBy(known, (format) => format)].sort(
    (a, b) => b[1].length - a[1].length,
  );
  if (!most)
    throw new InputError([
      `${files[0]?.from}:1: the extension belongs to no format. Give --format, or convert the document.`,
    ]);
  return { value: most[0], because: 'by the extension' };
}
