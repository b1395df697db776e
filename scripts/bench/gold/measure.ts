/** The program against the gold list: alignment, severity, invariants, drift. */

import type { PairDifference } from '../../../src/model/difference.ts';
import type { Entry } from '../../../src/model/entry.ts';
import { severities } from '../../../src/model/terms.ts';
import { alignCatalog } from '../../ingest/align/index.ts';
import { compareCatalog } from '../../ingest/compare/index.ts';
import { learnLexicon } from '../../ingest/lexicon/learn-lexicon.ts';
import type { Lexicon } from '../../ingest/lexicon/lexicon.ts';
import { listTextPairs } from '../../ingest/lexicon/text-pairs.ts';
import type { Curation } from '../../ingest/load/curation.ts';
import { readLexicon } from '../../ingest/load/lexicon.ts';
import { unifyColumns } from '../../ingest/normalise/unify-columns.ts';
import { type Document, editionOf, hasCorpus, readGoldDocument } from './read-documents.ts';
import { type GoldPair, splitPlace } from './read-gold.ts';

/** One pair on which the judges agree, with the program's answer. */
export interface Verdict {
  pair: GoldPair;
  gold: string;
  /** `unread` where the readers find no row at one of the places. */
  program: string;
}

/** The answers of the program to the pairs both judges agree on. */
export interface Measured {
  alignment: Verdict[];
  /** The same pairs, each aligned in a catalog of its two documents alone. */
  alignmentAlone: Verdict[];
  severity: Verdict[];
  invariant: Verdict[];
  /** The pairs about drift, and translations that the judges of severity found faultless. */
  drift: Verdict[];
  /** Pairs in which the program calls a cell empty and the judges do not. */
  falseEmpty: Verdict[];
  /** Pairs that could not be measured because the corpus is not there. */
  skipped: number;
}

type Settings = Pick<Curation, 'headings' | 'glossary'> & { lexicon?: Lexicon };

/**
 * Asks the program about every pair both judges agree on.
 *
 * Rows are aligned in the catalog they would be in: all documents of the list in one folder. Rows
 * of two folders are aligned in a catalog of their two documents. As in ingest, the lexicon learns
 * from the documents of the catalog.
 *
 * @param root The project's root; pairs of the corpus are left out where it is absent.
 */
export function measureGold(root: string, pairs: GoldPair[], settings: Settings): Measured {
  const agreed = pairs.filter(({ a, b }) => JSON.stringify(a) === JSON.stringify(b));
  const readable = agreed.filter(
    ({ left, right }) =>
      hasCorpus(root) || (left.startsWith('sources/') && right.startsWith('sources/')),
  );
  const documents = readDocuments(root, readable, settings);
  const folders = groupFolders(documents);
  for (const own of folders.values()) unifyColumns(own);
  const catalogs = new Map([...folders].map(([folder, own]) => [folder, casesOf(own)]));
  const lexiconOf = (folder: string) =>
    settings.lexicon && learnLexicon(listTextPairs(folders.get(folder) ?? []), settings.lexicon);
  const lexicons = new Map([...folders.keys()].map((folder) => [folder, lexiconOf(folder)]));
  const judge = (pairsOfKind: GoldPair[], ask: (pair: GoldPair, sides: Sides) => string) =>
    pairsOfKind.map((pair): Verdict => {
      const sides = sidesOf(documents, pair);
      return { pair, gold: answerOf(pair.a), program: sides ? ask(pair, sides) : 'unread' };
    });
  const of = (kind: GoldPair['kind']) => readable.filter((pair) => pair.kind === kind);
  const casesOfTwo = new Map<string, Entry[][]>();
  const alone = ({ left, right }: GoldPair, sides: Sides) => {
    const files = [left, right].map((place) => splitPlace(place).file).join();
    const cases = casesOfTwo.get(files) ?? casesOf(sides.map(({ document }) => document));
    casesOfTwo.set(files, cases);
    return togetherIn(cases, sides);
  };
  const compared = (ask: (differences: PairDifference[], pair: GoldPair) => string) => {
    return (pair: GoldPair, sides: Sides) => {
      const lexicon = lexicons.get(folderOf(pair.right));
      return ask(differencesOf(pair, sides, settings, lexicon), pair);
    };
  };
  const faultless = of('severity').filter(
    ({ a, relation }) => a === 'none' && relation !== 'revision',
  );
  return {
    alignment: judge(of('alignment'), (pair, sides) => {
      const folder = folderOf(pair.left);
      const cases = catalogs.get(folder);
      return cases && folder === folderOf(pair.right)
        ? togetherIn(cases, sides)
        : alone(pair, sides);
    }),
    alignmentAlone: judge(of('alignment'), alone),
    severity: judge(of('severity'), compared(severityIn)),
    invariant: judge(of('invariant'), compared(invariantsIn)),
    drift: judge([...of('drift'), ...faultless], compared(driftIn)).map((verdict) => ({
      ...verdict,
      gold: verdict.gold === 'yes' ? 'yes' : 'no',
    })),
    falseEmpty: judge(
      readable.filter(({ kind }) => kind !== 'alignment'),
      compared((differences) => (differences.some(isEmpty) ? 'empty' : 'filled')),
    ).filter(
      ({ gold, program }) => program === 'empty' && gold !== 'content' && !gold.includes('empty'),
    ),
    skipped: agreed.length - readable.length,
  };
}

interface Side {
  document: Document;
  entry: Entry;
}
type Sides = [Side, Side];

const answerOf = (answer: GoldPair['a']) =>
  typeof answer === 'string' ? answer : answer.toSorted().join(' ');

/** `sources/apig/x` and `corpus/apig/y` are of one catalog. */
const folderOf = (place: string) => place.split('/')[1] ?? '';

function readDocuments(root: string, pairs: GoldPair[], settings: Settings): Map<string, Document> {
  const files = new Set(
    pairs.flatMap(({ left, right }) => [splitPlace(left).file, splitPlace(right).file]),
  );
  return new Map([...files].sort().map((file) => [file, readGoldDocument(root, file, settings)]));
}

function sidesOf(documents: Map<string, Document>, pair: GoldPair): Sides | undefined {
  const left = sideOf(documents, pair.left, pair.code);
  const right = sideOf(documents, pair.right, pair.code);
  return left && right ? [left, right] : undefined;
}

function sideOf(documents: Map<string, Document>, place: string, code: string): Side | undefined {
  const { file, line } = splitPlace(place);
  const document = documents.get(file);
  const rows = document?.entries.filter((entry) => entry.place.line === line) ?? [];
  const entry = rows.find((row) => row.code === code) ?? rows[0];
  return document && entry ? { document, entry } : undefined;
}

function casesOf(documents: Document[]): Entry[][] {
  const lexicon = learnLexicon(listTextPairs(documents), readLexicon());
  const codes = alignCatalog(documents, undefined, undefined, lexicon);
  return codes.flatMap(({ cases }) => cases.map(({ entries }) => entries));
}

/** Returns the documents of each folder; the files of one edition are one document. */
function groupFolders(documents: Map<string, Document>): Map<string, Document[]> {
  const folders = Map.groupBy(documents, ([file]) => folderOf(file));
  return new Map(
    [...folders].map(([folder, members]) => {
      const editions = Map.groupBy(members, ([file]) => editionOf(file));
      const whole = [...editions.values()].map((parts) => ({
        ...(parts[0] as [string, Document])[1],
        entries: parts.flatMap(([, { entries }]) => entries),
      }));
      return [folder, whole];
    }),
  );
}

function togetherIn(cases: Entry[][], [left, right]: Sides): string {
  const together = cases.some(
    (entries) => entries.includes(left.entry) && entries.includes(right.entry),
  );
  return together ? 'same' : 'different';
}

/** What the program reports about the field of a pair whose rows are one case. */
function differencesOf(
  pair: GoldPair,
  [left, right]: Sides,
  { glossary, lexicon: general }: Settings,
  lexicon: Lexicon | undefined,
): PairDifference[] {
  const only = {
    id: 'case',
    anchors: ['case'],
    match: 'only' as const,
    because: [],
    entries: [left.entry, right.entry],
  };
  const code = { catalog: 'gold', code: pair.code, cases: [only] };
  const variants = [left.document.variant, right.document.variant];
  const { comparisons } = compareCatalog(
    { id: 'gold', title: namesOf(pair), variants },
    [code],
    glossary,
    lexicon,
    general,
  );
  return comparisons.flatMap(({ differences }) =>
    differences.filter(({ field }) => field === pair.field),
  );
}

/** The folder of the documents names their publisher and product, as the registry would. */
function namesOf({ left }: GoldPair) {
  const folder = folderOf(left);
  return folder.startsWith('tencent-')
    ? { en: 'Tencent Cloud', 'zh-CN': '腾讯云' }
    : { en: folder, 'zh-CN': folder };
}

const isEmpty = ({ kind }: PairDifference) => kind === 'empty';

/** Drift is a hint with its own place, not a difference. */
function severityIn(differences: PairDifference[]): string {
  const found = new Set(
    differences.filter(({ kind }) => kind !== 'drift').map(({ severity }) => severity),
  );
  return severities.find((severity) => found.has(severity)) ?? 'none';
}

/** The kinds that the judges of invariants were asked about. */
export const invariantKinds = [
  'status',
  'number',
  'identifier',
  'placeholder',
  'empty',
  'untranslated',
];

/** An HTTP status that differs is the judges' "status". */
function invariantsIn(differences: PairDifference[], { field }: GoldPair): string {
  return differences
    .map(({ kind }) => (field === 'httpStatus' && kind === 'changed' ? 'status' : kind))
    .filter((kind) => invariantKinds.includes(kind))
    .sort()
    .join(' ');
}

const driftIn = (differences: PairDifference[]) =>
  differences.some(({ kind }) => kind === 'drift' || kind === 'other-text') ? 'yes' : 'no';
