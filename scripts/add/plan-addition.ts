/** Decides what the registry says about a new document: what was given, else what can be guessed. */
import type { Variant } from '../../src/model/registry.ts';
import { guessTitle, isVague } from '../guess/guess-title.ts';
import type { CatalogResult } from '../ingest/write/index.ts';
import type { Addition } from './edit-registry.ts';
import { findPlace, type Place } from './find-place.ts';
import { editionNames, idOf, namesOf, namesText, uniqueId } from './names.ts';
import { createNotes, type NoteLine, type Notes, type Question } from './notes.ts';
import type { Options } from './options.ts';
import type { NewDocument } from './read-document.ts';

/** What was found out about a document; `addition` if nothing must be asked. */
export interface Plan {
  lines: NoteLine[];
  questions: Question[];
  addition?: Addition;
}

/**
 * Plans where a document goes and what is registered.
 *
 * @param origin What git knows of the file, if it is in a clone.
 */
export function planAddition(
  document: NewDocument,
  options: Options,
  catalogs: readonly CatalogResult[],
  origin: Partial<Variant> = {},
): Plan {
  const notes = createNotes(options);
  const { lines, questions, ask, pick, say } = notes;
  const { format, lang, files, folder } = document;
  say('format', format.value, format.because);
  say('language', lang.value, lang.because);
  const listNames = (names: string[]) =>
    names.slice(0, 3).join(', ') + (names.length > 3 ? ' …' : '');
  const names = files.map(({ name }) => name);
  say('files', names[1] && `${names.length}`, listNames(names));
  const { leftOut } = document;
  say(
    'not added',
    leftOut[0] && `${leftOut.length}`,
    `of another format, or hidden: ${listNames(leftOut)}`,
  );
  say('shape', document.shape, 'the arrangement of its codes; set --shape if it is wrong');
  const place = findPlace(document, options, catalogs, notes, origin.revision);
  const { catalog, siblings, before, after, revision } = place;
  const neighbour = before ?? after;
  const beside = neighbour ?? halfOf(document, options, place);
  const likeIt = `as of ${beside?.id}`;

  const publisher = options.publisher ? namesOf(options.publisher) : beside?.publisher;
  if (publisher) say('publisher', namesText(publisher), options.publisher ? 'given' : likeIt);
  else {
    const [known = { en: 'Huawei Cloud', 'zh-CN': '华为云' }] = siblings.map(
      (item) => item.publisher,
    );
    const { counterpart } = place;
    const half = counterpart
      ? ` ${counterpart.id} has its codes and edition: --translates ${counterpart.id} if this is its translation by the same publisher.`
      : '';
    ask('publisher', `Its publisher in English and Chinese: “${namesText(known)}”.${half}`);
  }
  const lineage =
    pick('lineage', place.lineage, [
      newLineage(publisher?.en ?? 'documents', document, siblings),
      'a new one',
    ]) ?? '';
  say(
    'follows',
    before?.id,
    options.follows ? 'given' : place.isSure ? 'the edition before it' : 'perhaps',
  );
  say('', after?.id, 'now follows this document');

  const translates = originalOf(document, options, place, publisher, notes);
  const taken = new Set(siblings.map(({ id }) => id));
  const short = revision?.slice(0, 7) ?? place.version ?? 'undated';
  const label = taken.has(idOf(lineage, short)) ? (revision ?? short) : short;
  const edition = options.edition ? namesOf(options.edition) : editionNames(label);
  const id = pick('id', [uniqueId(idOf(lineage, label), taken), 'lineage and edition']) ?? '';
  const dated =
    label === 'undated'
      ? `nothing dates it; ${options.seen ? `retrieved ${options.seen}` : '--seen with the day you retrieved it'}`
      : 'by its date or version';
  say('edition', namesText(edition), options.edition ? 'given' : dated);
  const heading = guessTitle(document.text, format.value);
  const isDoubtful = heading && (files.length > 1 || isVague(heading));
  const headingNote = `${files.length > 1 ? 'the heading of its first file' : 'its heading'}${isDoubtful ? '; set --document-title if it does not name the whole' : ''}`;
  const title = pick(
    'document-title',
    // A heading may be only the last part of the title: “Appendix A”.
    heading && neighbour?.title.includes(heading)
      ? [neighbour.title, likeIt]
      : [heading, headingNote],
    [neighbour?.title, `${likeIt}; it has no heading`],
    [titleOf(document, options, place, catalogs), 'it has no title; set --document-title'],
  );
  const from = origin.repository ? 'its clone' : likeIt;
  const upstream = {
    url: pick('url', [origin.url ?? neighbour?.url, from]),
    repository: pick('repository', [origin.repository ?? neighbour?.repository, from]),
    commit: pick('commit', [origin.commit, 'the last one that changed it']),
    path: pick('path', [origin.path ?? neighbour?.path, from]),
  };
  const licence = licenceOf(options, beside, notes);
  if (questions.length > 0 || !catalog || !publisher) return { lines, questions };

  const extension = folder === undefined ? `.${files[0]?.name.split('.').at(-1)}` : '';
  const language = lang.value === 'en' ? 'en' : 'zh';
  const source = `content/sources/${catalog}/${id}.${language}${extension.toLowerCase()}`;
  say('source', source, 'a copy');
  const variant = {
    id,
    lang: lang.value,
    publisher,
    title: title ?? id,
    edition,
    revision,
    seen: revision ? undefined : options.seen,
    lineage,
    follows: before?.id,
    translates,
    format: format.value,
    shape: options.shape,
    source,
    ...upstream,
    ...licence,
  };
  const addition = { catalog, variant: withoutGaps(variant) as Variant, after: after?.id };
  const newCatalog = place.isNewCatalog ? describeCatalog(options) : undefined;
  return { lines, questions, addition: { ...addition, newCatalog } };
}

const hasChineseName = ({ publisher }: Pick<Variant, 'publisher'>) =>
  publisher.en !== publisher['zh-CN'];

/**
 * Returns the other half of a bilingual document. A publisher without a Chinese name may have none in
 * Chinese: then a version in common tells, or a person.
 */
function halfOf(
  { lang }: NewDocument,
  { translates }: Options,
  { counterpart, siblings, version, revision }: Place,
): Variant | undefined {
  const named = siblings.find(({ id }) => id === translates);
  if (named || !counterpart) return named;
  const isVersion = revision === undefined && version !== undefined && /\d/.test(version);
  return lang.value === 'en' || isVersion || hasChineseName(counterpart) ? counterpart : undefined;
}

/** Returns the title of a document without a heading: that of one beside it, else the name of the API. */
function titleOf(
  { lang }: NewDocument,
  { title }: Options,
  { catalog, siblings }: Place,
  catalogs: readonly CatalogResult[],
): string | undefined {
  const beside = siblings.find((other) => other.lang === lang.value);
  const api = catalogs.find((one) => one.catalog.id === catalog)?.catalog.title;
  return beside?.title ?? (title ? namesOf(title) : api)?.[lang.value];
}

/**
 * Returns the id of the document that this one translates. Equal codes do not tell which of two
 * documents is the original: it is only proposed unless the edition before it is a translation too, or
 * the document is English and its publisher has a Chinese name.
 */
function originalOf(
  { lang }: NewDocument,
  { translates }: Options,
  { before, counterpart }: Place,
  publisher: Variant['publisher'] | undefined,
  { say }: Notes,
): string | undefined {
  if (translates) return say('translates', translates === 'no' ? undefined : translates, 'given');
  if (!counterpart || publisher?.en !== counterpart.publisher.en || counterpart.translates)
    return undefined;
  const { id } = counterpart;
  const isOfChinese = lang.value === 'en' && hasChineseName({ publisher });
  if (before?.translates || (!before && isOfChinese))
    return say('translates', id, 'its edition and codes; --translates no if it is the original');
  if (!before)
    say('translates?', id, `its edition and codes; --translates ${id} if that is the original`);
  return undefined;
}

/** The licence is never guessed; `same` takes over that of the document beside it. */
function licenceOf(
  { licence, 'licence-url': licenceUrl, redistribute }: Options,
  neighbour: Variant | undefined,
  { ask, say }: Notes,
): Partial<Variant> {
  if (licence === 'same' && neighbour) {
    const because = `as of ${neighbour.id}`;
    say('licence', neighbour.licence, because);
    say('redistribute', neighbour.redistribute ? 'yes' : 'no', because);
    const { licence: name, licenceUrl: url, redistribute: may } = neighbour;
    return { licence: name, ...(url ? { licenceUrl: url } : {}), redistribute: may };
  }
  if (licence === 'same')
    ask('licence', '“same” needs an earlier edition, and this document has none.');
  const same = neighbour ? `; “same” for that of ${neighbour.id} (${neighbour.licence})` : '';
  if (!licence)
    ask(
      'licence',
      `Its licence, such as “Apache-2.0”, “not stated” or “none seen”${same}. It is never guessed.`,
    );
  if (!redistribute && licence !== 'same')
    ask('redistribute', 'Whether the licence allows offering the whole document: yes or no.');
  else if (redistribute && !/^(yes|no)$/.test(redistribute))
    ask('redistribute', `${redistribute} is neither yes nor no.`);
  say('licence', licence, 'given');
  say('redistribute', redistribute, 'given');
  return {
    licence: licence ?? '',
    ...(licenceUrl ? { licenceUrl } : {}),
    redistribute: redistribute === 'yes',
  };
}

/** Returns a lineage named after the publisher, with the language if the name is taken. */
function newLineage(
  publisher: string,
  { lang }: NewDocument,
  siblings: readonly Variant[],
): string {
  const taken = new Set(siblings.map(({ lineage }) => lineage));
  const name = idOf(publisher) || 'documents';
  return taken.has(name) ? uniqueId(idOf(name, lang.value.slice(0, 2)), taken) : name;
}

function describeCatalog({ title = '', description }: Options) {
  const names = namesOf(title);
  const sentence = { en: `Errors of ${names.en}.`, 'zh-CN': `${names['zh-CN']}的错误码。` };
  return { title: names, description: description ? namesOf(description) : sentence };
}

/** Leaves out what is undefined, so that the registry has no empty fields. */
const withoutGaps = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
