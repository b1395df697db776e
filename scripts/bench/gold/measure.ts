/** The program against the gold list: alignment, severity, invariants. */

import type { Entry } from '../../../src/model/entry.ts';
import { alignCatalog } from '../../ingest/align/index.ts';
import { classifyChange, compareInvariants } from '../../ingest/compare/index.ts';
import type { Curation } from '../../ingest/load/curation.ts';
import { type Document, hasCorpus, readGoldDocument } from './read-documents.ts';
import { type GoldPair, splitPlace } from './read-gold.ts';

/** One pair on which the judges agree, with the program's answer. */
export interface Verdict {
  pair: GoldPair;
  gold: string;
  program: string;
}

/** The answers of the program to the pairs both judges agree on. */
export interface Measured {
  alignment: Verdict[];
  /** The same pairs, each aligned in a catalog of its two documents alone. */
  alignmentAlone: Verdict[];
  severity: Verdict[];
  invariant: Verdict[];
  /** Pairs that could not be measured because the corpus is not there. */
  skipped: number;
}

type Settings = Pick<Curation, 'headings' | 'glossary'>;

/**
 * Ask the program about every pair both judges agree on.
 *
 * Rows are aligned in the catalog they would be in: all documents of the list in one folder.
 *
 * @param root The project's root; pairs of the corpus are left out where it is absent.
 * @throws When a place of the list has no entry: then the list or a reader is wrong.
 */
export function measureGold(root: string, pairs: GoldPair[], settings: Settings): Measured {
  const agreed = pairs.filter(({ a, b }) => JSON.stringify(a) === JSON.stringify(b));
  const readable = agreed.filter(
    ({ left, right }) =>
      hasCorpus(root) || (left.startsWith('sources/') && right.startsWith('sources/')),
  );
  const documents = readDocuments(root, readable, settings);
  const of = (kind: GoldPair['kind']) => readable.filter((pair) => pair.kind === kind);
  const sides = (pair: GoldPair): [Side, Side] => [
    sideOf(documents, pair.left, pair.code),
    sideOf(documents, pair.right, pair.code),
  ];
  const verdict = (pair: GoldPair, program: string): Verdict => ({
    pair,
    gold: answerOf(pair.a),
    program,
  });
  const catalogs = alignFolders(documents);
  return {
    alignment: of('alignment').map((pair) =>
      verdict(pair, togetherIn(catalogs.get(folderOf(pair.left)) ?? [], ...sides(pair))),
    ),
    alignmentAlone: of('alignment').map((pair) => {
      const [left, right] = sides(pair);
      const cases = casesOf([left.document, right.document]);
      return verdict(pair, togetherIn(cases, left, right));
    }),
    severity: of('severity').map((pair) => verdict(pair, severityOf(pair, sides(pair), settings))),
    invariant: of('invariant').map((pair) =>
      verdict(pair, invariantsOf(pair, sides(pair), settings)),
    ),
    skipped: agreed.length - readable.length,
  };
}

interface Side {
  document: Document;
  entry: Entry;
}

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

function sideOf(documents: Map<string, Document>, place: string, code: string): Side {
  const { file, line } = splitPlace(place);
  const document = documents.get(file);
  const rows = document?.entries.filter((entry) => entry.place.line === line) ?? [];
  const entry = rows.find((row) => row.code === code) ?? rows[0];
  if (!document || !entry) throw new Error(`${place}: the readers found no row ${code} here.`);
  return { document, entry };
}

function casesOf(documents: Document[]): Entry[][] {
  return alignCatalog(documents).flatMap(({ cases }) => cases.map(({ entries }) => entries));
}

function alignFolders(documents: Map<string, Document>): Map<string, Entry[][]> {
  const folders = Map.groupBy(documents, ([file]) => folderOf(file));
  return new Map(
    [...folders].map(([folder, members]) => [
      folder,
      casesOf(members.map(([, document]) => document)),
    ]),
  );
}

function togetherIn(cases: Entry[][], left: Side, right: Side): string {
  const together = cases.some(
    (entries) => entries.includes(left.entry) && entries.includes(right.entry),
  );
  return together ? 'same' : 'different';
}

function severityOf({ field }: GoldPair, [left, right]: [Side, Side], settings: Settings): string {
  if (!field) throw new Error('A pair about severity names a field.');
  const [before, after] = [left.entry[field], right.entry[field]];
  const lang = (after ?? before)?.lang ?? 'en';
  const change = classifyChange(
    before?.plain ?? '',
    after?.plain ?? '',
    lang,
    field,
    settings.glossary,
  );
  return change?.severity ?? 'none';
}

/** Drift is a hint and no invariant; an HTTP status that differs is the judges' "status". */
function invariantsOf({ field }: GoldPair, sides: [Side, Side], settings: Settings): string {
  const [english, chinese] = sides.toSorted((a, b) =>
    a.document.variant.lang < b.document.variant.lang ? -1 : 1,
  );
  if (!english || !chinese) return '';
  return compareInvariants(english.entry, chinese.entry, settings.glossary)
    .filter((difference) => difference.field === field && difference.kind !== 'drift')
    .map(({ kind }) => (field === 'httpStatus' && kind === 'changed' ? 'status' : kind))
    .sort()
    .join(' ');
}
