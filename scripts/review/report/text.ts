import { renderFindings } from '../../ingest/report/terminal.ts';
import type { Change, Review } from '../schema.ts';
import {
  describeDocument,
  fieldName,
  labelOf,
  listFacts,
  listWork,
  shorten,
  summarise,
} from './words.ts';

/** Names listed in a line; the JSON report has all. */
const maxNames = 20;

/** Renders a review for a terminal. */
export function renderText(review: Review): string {
  const { before, after, problems, documents, contradictions, links, work, findings } = review;
  const lines = [`Review: ${before} → ${after}`];
  const section = (title: string, items: string[]) => {
    if (items.length > 0)
      lines.push('', title, ...items.map((item) => `  ${item.replaceAll('\n', '\n  ')}`));
  };
  section('Problems', problems);
  for (const [title, list] of [
    ['New contradictions between current documents', contradictions.appeared],
    ['Contradictions resolved', contradictions.resolved],
  ] as const)
    section(
      title,
      list.flatMap((item) => describeChange(item, `${item.left} | ${item.right}: `)),
    );
  for (const document of documents) {
    lines.push('', `${document.catalog} ${document.variant} ${describeDocument(document)}`.trim());
    const items = [
      ...listFacts(document).map(
        ([name, values]) => `${name} (${values.length}): ${joinNames(values)}`,
      ),
      ...document.changes.flatMap((change) => describeChange(change)),
    ];
    lines.push(...items.map((item) => `  ${item}`));
  }
  if (documents.length === 0) lines.push('', 'No document changed.');
  section(
    'Summary',
    summarise(review).map(([name, text]) => `${name}: ${text}`),
  );
  for (const [title, list] of [
    ['Links issued', links.issued],
    ['Links aliased', links.aliased],
    ['Links retired', links.retired],
  ] as const)
    section(title, list.length > 0 ? [joinNames(list)] : []);
  section('New on the worklist', listWork(work.appeared));
  section('New findings', renderFindings(findings.appeared));
  return lines.join('\n');
}

function describeChange(change: Change, where = ''): string[] {
  const { code, field, rating, before, after, place, acknowledged, accept } = change;
  const note = acknowledged ? ' (acknowledged)' : '';
  const head = `${labelOf(rating)}${note}  ${where}${code} ${fieldName(field)}  ${place.file}:${place.line}`;
  return [
    head,
    ...(before === undefined ? [] : [`    - ${shorten(before) || '(empty)'}`]),
    ...(after === undefined ? [] : [`    + ${shorten(after) || '(empty)'}`]),
    ...(rating === 'contradiction' && accept ? [`    accept: ${accept}`] : []),
  ];
}

function joinNames(names: readonly string[]): string {
  const more = names.length > maxNames ? ` and ${names.length - maxNames} more` : '';
  return names.slice(0, maxNames).join(', ') + more;
}
