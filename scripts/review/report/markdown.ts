import { renderFindings } from '../../ingest/report/terminal.ts';
import type { Change, Contradiction, Review } from '../schema.ts';
import {
  describeDocument,
  fieldName,
  labelOf,
  listFacts,
  listWork,
  shorten,
  summarise,
} from './words.ts';

/** GitHub refuses comments of more than 65,536 characters; a row has at most about 500. */
const maxRows = 80;
const maxLines = 50;

/**
 * Renders a review as Markdown for a pull request. Texts of documents are code, in which no mention, link
 * or markup has an effect.
 */
export function renderMarkdown(review: Review): string {
  const { before, after, problems, documents, contradictions, work, findings } = review;
  const { appeared, resolved } = contradictions;
  let room = maxRows;
  const tableOf = (changes: readonly (Change & Partial<Contradiction>)[]) => {
    const shown = changes.slice(0, room);
    room -= shown.length;
    const rest = changes.length - shown.length;
    const head = ['', '|  | Code | Field | Before | After | Place |', '|-|-|-|-|-|-|'];
    return [
      ...(shown.length > 0 ? [...head, ...shown.map(rowOf)] : []),
      ...(rest > 0 ? ['', `${rest} more: see npm run review.`] : []),
    ];
  };
  return [
    '## Review of the documents',
    '',
    `${code(before)} → ${code(after)}`,
    ...section('Problems', problems),
    ...(appeared.length > 0 ? ['', '### New contradictions between current documents'] : []),
    ...tableOf(appeared),
    ...documents.flatMap((document) => [
      '',
      `### ${code(`${document.catalog} ${document.variant}`.trim())}`,
      '',
      `${describeDocument(document).replace(/[\\`*_<>[\]]/g, '\\$&')}.`,
      ...(listFacts(document).length > 0 ? [''] : []),
      ...listFacts(document).map(([name, values]) => `- ${name}: ${names(values)}`),
      ...tableOf(document.changes),
    ]),
    ...(documents.length === 0 ? ['', 'No document changed.'] : []),
    '',
    '### Summary',
    '',
    `- Contradictions: ${appeared.length} new, ${resolved.length} resolved`,
    ...summarise(review).map(([name, words]) => `- ${name}: ${words}`),
    ...section('New on the worklist', listWork(work.appeared)),
    ...section('New findings', renderFindings(findings.appeared)),
    '',
  ].join('\n');
}

function rowOf(change: Change & Partial<Contradiction>): string {
  const { rating, field, before, after, place, left, right } = change;
  const textOf = (text: string | undefined, of: string | undefined) =>
    text === undefined ? '' : `${of ? `${code(of)} ` : ''}${code(text)}`;
  const cells = [
    labelOf(rating),
    code(change.code),
    code(fieldName(field)),
    textOf(before, left),
    textOf(after, right),
    code(`${place.file}:${place.line}`),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Indented lines are code, whatever they hold. */
function section(title: string, items: readonly string[]): string[] {
  const lines = items.flatMap((item) => item.split(/\r\n?|\n/));
  const rest = lines.length - maxLines;
  const more = rest > 0 ? [`${rest} more lines: see npm run review.`] : [];
  const shown = [...lines.slice(0, maxLines), ...more].map((line) => `    ${line}`);
  return items.length === 0 ? [] : ['', `### ${title}`, '', ...shown];
}

function names(values: readonly string[]): string {
  const rest = values.length - maxLines;
  return `${values.slice(0, maxLines).map(code).join(' ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** A code span: its fence is longer than any run of backticks in it. */
function code(value: string): string {
  const text = shorten(value) || ' ';
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const space = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}
