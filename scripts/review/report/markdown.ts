import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Change, Contradiction, Review } from '../schema.ts';
import { describeDocument, fieldName, labelOf, listFacts, shorten, summarise } from './words.ts';

/** GitHub refuses comments of more than 65,536 characters; a row has at most about 500. */
const maxRows = 80;
const maxNames = 50;

/**
 * Renders a review as Markdown for a pull request. Texts of documents are code spans, in which no
 * mention, link or markup has an effect.
 */
export function renderMarkdown(review: Review): string {
  const { before, after, problems, documents, contradictions, work, findings } = review;
  let room = maxRows;
  const tableOf = (changes: readonly (Change & Partial<Contradiction>)[]): RootContent[] => {
    const shown = changes.slice(0, room);
    room -= shown.length;
    const rest = changes.length - shown.length;
    return [
      ...(shown.length > 0
        ? [table(['', 'Code', 'Field', 'Before', 'After', 'Place'], shown.map(cellsOf))]
        : []),
      ...(rest > 0 ? [paragraph(text(`${rest} more: see npm run review.`))] : []),
    ];
  };
  const children: RootContent[] = [
    heading(2, text('Review of the documents')),
    paragraph(code(before), text(' → '), code(after)),
    ...listOf(
      'Problems',
      problems.map((problem) => [code(problem)]),
    ),
    ...(contradictions.appeared.length > 0
      ? [heading(3, text('New contradictions between current documents'))]
      : []),
    ...tableOf(contradictions.appeared),
    ...documents.flatMap((document) => [
      heading(3, code(`${document.catalog} ${document.variant}`.trim())),
      paragraph(text(`${describeDocument(document)}.`)),
      ...bullets(
        listFacts(document).map(([name, values]) => [text(`${name}: `), ...names(values)]),
      ),
      ...tableOf(document.changes),
    ]),
    ...(documents.length === 0 ? [paragraph(text('No document changed.'))] : []),
    ...listOf('Summary', [
      [
        text(
          `Contradictions: ${contradictions.appeared.length} new, ${contradictions.resolved.length} resolved`,
        ),
      ],
      ...summarise(review).map(([name, words]) => [text(`${name}: ${words}`)]),
    ]),
    ...listOf(
      'New on the worklist',
      work.appeared.map(({ kind, code: name = '', place, what }) => [
        text(`${kind} `),
        ...names([name, what, place ? `${place.file}:${place.line}` : ''].filter(Boolean)),
      ]),
    ),
    ...listOf(
      'New findings',
      findings.appeared.map(({ place, level, message }) => [
        text(`${level} `),
        ...names([`${place.file}:${place.line}`, message]),
      ]),
    ),
  ];
  return toMarkdown(
    { type: 'root', children },
    { bullet: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] },
  );
}

function cellsOf({
  rating,
  code: name,
  field,
  before,
  after,
  place,
  left,
  right,
}: Change & Partial<Contradiction>): PhrasingContent[][] {
  return [
    [text(labelOf(rating))],
    [code(name)],
    [code(fieldName(field))],
    before === undefined ? [] : [...(left ? [code(left), text(' ')] : []), code(before)],
    after === undefined ? [] : [...(right ? [code(right), text(' ')] : []), code(after)],
    [code(`${place.file}:${place.line}`)],
  ];
}

function listOf(title: string, items: PhrasingContent[][]): RootContent[] {
  if (items.length === 0) return [];
  const rest = items.length - maxNames;
  return [
    heading(3, text(title)),
    ...bullets(items.slice(0, maxNames)),
    ...(rest > 0 ? [paragraph(text(`${rest} more.`))] : []),
  ];
}

function names(values: readonly string[]): PhrasingContent[] {
  const shown = values.slice(0, maxNames).flatMap((value) => [text(' '), code(value)]);
  const rest = values.length - maxNames;
  return rest > 0 ? [...shown, text(` and ${rest} more`)] : shown;
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const code = (value: string): PhrasingContent => ({
  type: 'inlineCode',
  value: shorten(value) || ' ',
});
const paragraph = (...children: PhrasingContent[]): RootContent => ({
  type: 'paragraph',
  children,
});
const heading = (depth: 2 | 3, ...children: PhrasingContent[]): RootContent => ({
  type: 'heading',
  depth,
  children,
});
const bullets = (items: PhrasingContent[][]): RootContent[] =>
  items.length === 0
    ? []
    : [
        {
          type: 'list',
          spread: false,
          children: items.map((children) => ({
            type: 'listItem',
            spread: false,
            children: [{ type: 'paragraph', children }],
          })),
        },
      ];

function table(headings: string[], rows: PhrasingContent[][][]): RootContent {
  const row = (cells: PhrasingContent[][]): TableRow => ({
    type: 'tableRow',
    children: cells.map((children) => ({ type: 'tableCell', children })),
  });
  return { type: 'table', children: [row(headings.map((name) => [text(name)])), ...rows.map(row)] };
}
