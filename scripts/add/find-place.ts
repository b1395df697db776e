/** Finds the catalog, the lineage and the neighbours of a new document. */
import type { Variant } from '../../src/model/registry.ts';
import { orderVariants } from '../../src/model/variant-order.ts';
import { guessEdition, placeInLineage } from '../guess/guess-edition.ts';
import {
  guessCatalog,
  guessCounterpart,
  guessLineage,
  type KnownDocument,
} from '../guess/guess-place.ts';
import type { CatalogResult } from '../ingest/write/index.ts';
import { idOf, namesOf, uniqueId } from './names.ts';
import type { Notes } from './notes.ts';
import type { Options } from './options.ts';
import type { NewDocument } from './read-document.ts';

/** Where a document belongs. */
export interface Place {
  catalog?: string | undefined;
  isNewCatalog: boolean;
  /** The documents of the catalog. */
  siblings: Variant[];
  /** The editions before and after it. */
  before?: Variant | undefined;
  after?: Variant | undefined;
  isSure: boolean;
  /** Its date, if known, or its version. */
  revision?: string | undefined;
  version?: string | undefined;
  lineage: Guessed;
  /** The document in the other language that says the same. */
  counterpart?: Variant | undefined;
}

type Guessed = [value: string | undefined, because: string];

/**
 * Finds the place of a document by what was given and by what it shares with the documents of the
 * catalogs.
 *
 * @param lastCommit Date of the last commit that changed the file.
 */
export function findPlace(
  { folder, files, entries, format, lang }: NewDocument,
  options: Options,
  catalogs: readonly CatalogResult[],
  { ask, pick, say }: Notes,
  lastCommit?: string,
): Place {
  const known = catalogs.flatMap(listKnown);
  const ids = catalogs.map(({ catalog }) => catalog.id);
  const isNewCatalog =
    options.catalog === 'new' || Boolean(options.title && !ids.includes(options.catalog ?? ''));
  const catalog = isNewCatalog ? say('catalog', newId(options), 'a new one') : findCatalog();
  function findCatalog() {
    const guess = guessCatalog(entries, lang.value, known);
    const found = pick('catalog', [guess?.value, guess?.because ?? '']);
    const isUnknown = found !== undefined && !ids.includes(found);
    if (found === undefined || isUnknown || (guess?.isDoubtful && !options.catalog))
      ask(
        'catalog',
        `${isUnknown ? `There is no catalog ${found}.` : found ? `It has codes of ${found}, but not its texts.` : 'Its codes are in no catalog.'} ${ids.length > 0 ? `Name one of ${ids.join(', ')}; or create one` : 'Create one'}: --catalog new --title "NAME / 名称".`,
      );
    return found;
  }
  if (isNewCatalog && !options.title)
    ask('title', 'The name of the API in English and Chinese: “API Gateway / API网关”.');

  const siblings = known.filter((other) => other.catalog === catalog);
  const publisher = options.publisher && namesOf(options.publisher).en;
  const sameLang = siblings.filter(({ variant }) => variant.lang === lang.value);
  const named = sameLang.find(({ variant }) => variant.id === options.follows)?.variant.lineage;
  const like = guessLineage(
    entries,
    sameLang.filter(({ variant }) => !publisher || variant.publisher.en === publisher),
  );
  const lineage = options.lineage ?? named ?? like?.value;
  const byName = guessEdition(folder ?? files[0]?.from ?? '');
  const revision = pick(
    'revision',
    [byName.revision, 'by its file name'],
    [byName.version || options.edition ? undefined : lastCommit, 'the date of its last commit'],
  );
  const version = options.edition ? namesOf(options.edition).en : byName.version;
  const editions = orderVariants(
    sameLang.flatMap(({ variant }) => (variant.lineage === lineage ? [variant] : [])),
  );
  const date = revision ?? options.seen;
  const isFirst = options.follows === 'no';
  const neighbours = options.follows
    ? {
        before: editions.find(({ id }) => id === options.follows),
        after: editions.find(({ follows }) => follows === (isFirst ? undefined : options.follows)),
        isSure: true,
      }
    : placeInLineage(date ? { revision: date } : { version }, editions);
  const { before } = neighbours;
  if (options.follows && !isFirst && !before) {
    const ids = sameLang.map(({ variant }) => variant.id).join(', ');
    ask(
      'follows',
      `There is no document ${options.follows} in the language and the lineage of this one. ${ids ? `Name one of ${ids}, or no` : 'Leave the option out'}.`,
    );
  }
  if (!neighbours.isSure)
    ask(
      'follows',
      `Nothing tells whether it is newer than ${before?.id}, ${date ? `which is of ${before?.revision ?? before?.seen ?? 'no date'}` : 'as it is undated'}. Give its date (--revision, or --seen when it was retrieved); or --follows ${before?.id} if it is newer, --follows no if it is older than all, --lineage NAME if it is a document of its own.`,
    );
  const otherLang = siblings.filter(({ variant }) => variant.lang !== lang.value);
  return {
    catalog,
    isNewCatalog,
    siblings: siblings.map(({ variant }) => variant),
    ...neighbours,
    revision,
    version,
    counterpart: guessCounterpart(entries, { revision, version, format: format.value }, otherLang),
    lineage: [lineage, like?.because ?? 'that of the edition before it'],
  };
}

function newId({ catalog, title = '' }: Options): string | undefined {
  if (catalog && catalog !== 'new') return catalog;
  return title ? uniqueId(idOf(namesOf(title).en), new Set()) : undefined;
}

function listKnown({ catalog, codes }: CatalogResult): KnownDocument[] {
  const rows = codes.flatMap(({ cases }) => cases.flatMap((item) => item.entries));
  const byVariant = Map.groupBy(rows, ({ variant }) => variant);
  return catalog.variants.map((variant) => ({
    catalog: catalog.id,
    variant,
    entries: byVariant.get(variant.id) ?? [],
  }));
}
